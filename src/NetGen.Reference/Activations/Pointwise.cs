namespace NetGen.Reference;

/// <summary>A function of one number, applied to every element.</summary>
internal abstract class Pointwise : Layer
{
    public sealed override Tensor Forward(Tape tape, params Tensor[] inputs)
    {
        var x = inputs[0];
        var y = new Tensor(x.Shape);
        for (int i = 0; i < x.Length; i++)
        {
            y.Data[i] = Function(x.Data[i]);
        }

        tape.Record(() =>
        {
            for (int i = 0; i < x.Length; i++)
            {
                x.Gradient[i] += y.Gradient[i] * Derivative(x.Data[i]);
            }
        });
        return y;
    }

    protected abstract double Function(double x);

    protected abstract double Derivative(double x);
}
