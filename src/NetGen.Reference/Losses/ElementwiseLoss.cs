namespace NetGen.Reference;

/// <summary>A loss that is a sum over samples and outputs of a function of output and target, divided by a number.</summary>
internal abstract class ElementwiseLoss : Loss
{
    public sealed override double Value(Tensor outputs, Targets targets)
    {
        double[] expected = targets.RequireValues(outputs);
        double divisor = Divisor(outputs.Shape[0], outputs.Length);
        double loss = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            loss += Function(outputs.Data[i], expected[i]) / divisor;
        }

        return loss;
    }

    protected sealed override void AddAdjoints(Tensor outputs, Targets targets, double adjoint)
    {
        double[] expected = targets.RequireValues(outputs);
        double divisor = Divisor(outputs.Shape[0], outputs.Length);
        for (int i = 0; i < outputs.Length; i++)
        {
            outputs.Gradient[i] += adjoint * Derivative(outputs.Data[i], expected[i]) / divisor;
        }
    }

    protected abstract double Function(double y, double target);

    /// <summary>The derivative by the output.</summary>
    protected abstract double Derivative(double y, double target);

    /// <summary>What the sum is divided by: the number of all outputs in the batch, unless a loss says otherwise.</summary>
    protected virtual double Divisor(int samples, int outputs) => outputs;
}
