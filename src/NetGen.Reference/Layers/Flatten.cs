namespace NetGen.Reference;

/// <summary>The same elements in one axis per sample.</summary>
internal sealed class Flatten : Layer
{
    public override Tensor Forward(Tape tape, params Tensor[] inputs)
    {
        var x = inputs[0];
        int samples = x.Shape[0];
        var y = new Tensor(samples, x.Length / samples);
        for (int i = 0; i < x.Length; i++)
        {
            y.Data[i] = x.Data[i];
        }

        tape.Record(() =>
        {
            for (int i = 0; i < x.Length; i++)
            {
                x.Gradient[i] += y.Gradient[i];
            }
        });
        return y;
    }
}
