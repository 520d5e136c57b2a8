namespace NetGen.Reference;

/// <summary><c>y = x / sqrt(mean(x²) + epsilon) · weight</c>, with the mean over the last axis.</summary>
internal sealed class RmsNorm(Tensor weight, double epsilon) : Layer
{
    public override Tensor Forward(Tape tape, params Tensor[] inputs)
    {
        var x = inputs[0];
        var y = new Tensor(x.Shape);
        for (int start = 0; start < x.Length; start += x.Columns)
        {
            double[] row = x.Data[start..(start + x.Columns)];
            double root = Math.Sqrt(row.Average(element => element * element) + epsilon);
            for (int column = 0; column < x.Columns; column++)
            {
                y.Data[start + column] = row[column] / root * weight.Data[column];
            }

            int first = start;
            tape.Record(() => AddAdjoints(x, y, first, root));
        }

        return y;
    }

    /// <summary>With z for x / root and dz for <c>dy · weight</c>: <c>dx = (dz − z · mean(dz · z)) / root</c>.</summary>
    private void AddAdjoints(Tensor x, Tensor y, int start, double root)
    {
        double[] z = [.. weight.Data.Select((_, column) => x.Data[start + column] / root)];
        double[] dz = [.. weight.Data.Select((w, column) => w * y.Gradient[start + column])];
        double product = dz.Zip(z, (a, b) => a * b).Average();
        for (int column = 0; column < z.Length; column++)
        {
            weight.Gradient[column] += y.Gradient[start + column] * z[column];
            x.Gradient[start + column] += (dz[column] - z[column] * product) / root;
        }
    }
}
