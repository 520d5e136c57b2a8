namespace NetGen.Reference;

/// <summary><c>x</c> where positive, <c>weight · x</c> elsewhere, with one learned slope.</summary>
internal sealed class PRelu(Tensor weight) : Layer
{
    public override Tensor Forward(Tape tape, params Tensor[] inputs)
    {
        var x = inputs[0];
        var y = new Tensor(x.Shape);
        double slope = weight.Data[0];
        for (int i = 0; i < x.Length; i++)
        {
            y.Data[i] = x.Data[i] > 0 ? x.Data[i] : slope * x.Data[i];
        }

        tape.Record(() =>
        {
            for (int i = 0; i < x.Length; i++)
            {
                bool positive = x.Data[i] > 0;
                x.Gradient[i] += y.Gradient[i] * (positive ? 1 : slope);
                weight.Gradient[0] += y.Gradient[i] * (positive ? 0 : x.Data[i]);
            }
        });
        return y;
    }
}
