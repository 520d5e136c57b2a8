namespace NetGen.Reference;

/// <summary><c>y = x · weightᵀ + bias</c> over the last axis; every other axis, the batch first, is a row of its own.</summary>
internal sealed class Dense(Tensor weight, Tensor? bias) : Layer
{
    public override Tensor Forward(Tape tape, params Tensor[] inputs)
    {
        var x = inputs[0];
        int columns = x.Columns;
        int units = weight.Shape[0];
        int rows = x.Length / columns;
        if (weight.Columns != columns)
        {
            throw new ArgumentException($"A dense layer with a weight of {Sizes.Text(weight.Shape)} cannot read {columns} inputs.");
        }

        var y = new Tensor([.. x.Shape.SkipLast(1), units]);
        for (int row = 0; row < rows; row++)
        {
            for (int unit = 0; unit < units; unit++)
            {
                double sum = bias is null ? 0 : bias.Data[unit];
                for (int i = 0; i < columns; i++)
                {
                    sum += weight.Data[unit * columns + i] * x.Data[row * columns + i];
                }

                y.Data[row * units + unit] = sum;
            }
        }

        tape.Record(() => AddAdjoints(x, y, rows, columns, units));
        return y;
    }

    private void AddAdjoints(Tensor x, Tensor y, int rows, int columns, int units)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int unit = 0; unit < units; unit++)
            {
                double dy = y.Gradient[row * units + unit];
                for (int i = 0; i < columns; i++)
                {
                    weight.Gradient[unit * columns + i] += dy * x.Data[row * columns + i];
                    x.Gradient[row * columns + i] += dy * weight.Data[unit * columns + i];
                }

                if (bias is not null)
                {
                    bias.Gradient[unit] += dy;
                }
            }
        }
    }
}
