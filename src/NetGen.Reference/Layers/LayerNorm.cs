namespace NetGen.Reference;

/// <summary><c>y = (x − mean) / sqrt(variance + epsilon) · weight + bias</c>, with mean and variance over the last axis.</summary>
internal sealed class LayerNorm(Tensor weight, Tensor bias, double epsilon) : Layer
{
    public override Tensor Forward(Tape tape, params Tensor[] inputs)
    {
        var x = inputs[0];
        var y = new Tensor(x.Shape);
        for (int start = 0; start < x.Length; start += x.Columns)
        {
            double[] row = x.Data[start..(start + x.Columns)];
            double mean = row.Average();
            double deviation = Math.Sqrt(row.Average(element => (element - mean) * (element - mean)) + epsilon);
            double[] normalized = [.. row.Select(element => (element - mean) / deviation)];
            for (int column = 0; column < x.Columns; column++)
            {
                y.Data[start + column] = normalized[column] * weight.Data[column] + bias.Data[column];
            }

            int first = start;
            tape.Record(() => AddAdjoints(x, y, first, normalized, deviation));
        }

        return y;
    }

    /// <summary>With z for the normalized x and dz for <c>dy · weight</c>: <c>dx = (dz − mean(dz) − z · mean(dz · z)) / deviation</c>.</summary>
    private void AddAdjoints(Tensor x, Tensor y, int start, double[] normalized, double deviation)
    {
        double[] dz = [.. weight.Data.Select((w, column) => w * y.Gradient[start + column])];
        double mean = dz.Average();
        double product = dz.Zip(normalized, (a, b) => a * b).Average();
        for (int column = 0; column < normalized.Length; column++)
        {
            weight.Gradient[column] += y.Gradient[start + column] * normalized[column];
            bias.Gradient[column] += y.Gradient[start + column];
            x.Gradient[start + column] += (dz[column] - mean - normalized[column] * product) / deviation;
        }
    }
}
