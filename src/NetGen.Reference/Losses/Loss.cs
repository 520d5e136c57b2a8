namespace NetGen.Reference;

/// <summary>What training makes small.</summary>
internal abstract class Loss
{
    /// <summary>Computes the mean over the batch, a scalar, and records how its adjoint reaches the outputs.</summary>
    public Tensor Forward(Tape tape, Tensor outputs, Targets targets)
    {
        var loss = new Tensor(1);
        loss.Data[0] = Value(outputs, targets);
        tape.Record(() => AddAdjoints(outputs, targets, loss.Gradient[0]));
        return loss;
    }

    /// <summary>The same mean alone. Nothing is allocated.</summary>
    public abstract double Value(Tensor outputs, Targets targets);

    /// <summary>Adds the derivative of the mean by each output, times the adjoint, to the output's gradient.</summary>
    protected abstract void AddAdjoints(Tensor outputs, Targets targets, double adjoint);
}
