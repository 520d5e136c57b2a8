namespace NetGen.Reference;

/// <summary><c>exp(x) / Σ exp(x)</c> over the last axis. Taking the largest <c>x</c> off all of them changes nothing but overflow.</summary>
internal sealed class Softmax : Layer
{
    public override Tensor Forward(Tape tape, params Tensor[] inputs)
    {
        var x = inputs[0];
        var y = new Tensor(x.Shape);
        int columns = x.Columns;
        for (int start = 0; start < x.Length; start += columns)
        {
            double largest = x.Data.Skip(start).Take(columns).Max();
            double sum = 0;
            for (int i = start; i < start + columns; i++)
            {
                y.Data[i] = Math.Exp(x.Data[i] - largest);
                sum += y.Data[i];
            }

            for (int i = start; i < start + columns; i++)
            {
                y.Data[i] /= sum;
            }
        }

        tape.Record(() => AddAdjoints(x, y, columns));
        return y;
    }

    /// <summary><c>dx = y · (dy − Σ dy · y)</c>.</summary>
    private static void AddAdjoints(Tensor x, Tensor y, int columns)
    {
        for (int start = 0; start < x.Length; start += columns)
        {
            double sum = 0;
            for (int i = start; i < start + columns; i++)
            {
                sum += y.Gradient[i] * y.Data[i];
            }

            for (int i = start; i < start + columns; i++)
            {
                x.Gradient[i] += y.Data[i] * (y.Gradient[i] - sum);
            }
        }
    }
}
