namespace NetGen.Reference;

/// <summary>What training makes small.</summary>
internal abstract class Loss
{
    /// <summary>Computes the mean over the batch, a scalar, and records how its adjoint reaches the outputs.</summary>
    public abstract Tensor Forward(Tape tape, Tensor outputs, Targets targets);

    /// <summary>The same mean alone. Nothing is allocated.</summary>
    public abstract double Value(Tensor outputs, Targets targets);
}
