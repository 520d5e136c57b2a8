namespace NetGen.Reference;

/// <summary><c>y = (x − shift) · scale</c>, column by column. Nothing of it is learned, and nothing before it.</summary>
internal sealed class InputScaling(Tensor shift, Tensor scale) : Layer
{
    public override Tensor Forward(Tape tape, params Tensor[] inputs)
    {
        var x = inputs[0];
        var y = new Tensor(x.Shape);
        for (int i = 0; i < x.Length; i++)
        {
            y.Data[i] = (x.Data[i] - shift.Data[i % x.Columns]) * scale.Data[i % x.Columns];
        }

        return y;
    }
}
