namespace NetGen.Reference;

/// <summary><c>y = a · b</c>, element by element.</summary>
internal sealed class Multiply : Layer
{
    public override Tensor Forward(Tape tape, params Tensor[] inputs)
    {
        var (a, b) = Sizes.RequireEqual("Multiply", inputs);
        var y = new Tensor(a.Shape);
        for (int i = 0; i < y.Length; i++)
        {
            y.Data[i] = a.Data[i] * b.Data[i];
        }

        tape.Record(() =>
        {
            for (int i = 0; i < y.Length; i++)
            {
                a.Gradient[i] += y.Gradient[i] * b.Data[i];
                b.Gradient[i] += y.Gradient[i] * a.Data[i];
            }
        });
        return y;
    }
}
