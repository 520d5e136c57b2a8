namespace NetGen;

/// <summary>
/// The coefficient of determination, <c>1 − Σ (output − target)² / Σ (target − mean)²</c>, averaged over outputs. 1 is perfect, 0 as good as
/// the targets' mean. Of an output whose targets are all equal it is 1 where every output is right, and 0 otherwise.
/// </summary>
/// <remarks>The spread is gathered by Welford's method (1962), which loses little where the mean is large.</remarks>
public sealed class R2Metric : ValueMetric
{
    private const int PerOutput = 3; // Mean, sum of squares around it, sum of squared errors; before them all, the number of samples.

    /// <inheritdoc/>
    public override string Name => "r2";

    /// <inheritdoc/>
    public override double Value
    {
        get
        {
            if (Sums.Length == 0 || Sums[0] == 0)
            {
                return double.NaN;
            }

            double sum = 0;
            for (int i = 1; i < Sums.Length; i += PerOutput)
            {
                var (spread, error) = (Sums[i + 1], Sums[i + 2]);
                sum += spread > 0 ? 1 - error / spread : error == 0 ? 1 : 0;
            }

            return sum / (Sums.Length / PerOutput);
        }
    }

    internal override void AddValued(ReadOnlySpan<double> outputs, ReadOnlySpan<double> targets)
    {
        var counters = Counters(1 + PerOutput * outputs.Length);
        double count = ++counters[0];
        for (int i = 0; i < outputs.Length; i++)
        {
            var each = counters.Slice(1 + PerOutput * i, PerOutput);
            double difference = targets[i] - each[0];
            each[0] += difference / count;
            each[1] += difference * (targets[i] - each[0]);
            each[2] += (outputs[i] - targets[i]) * (outputs[i] - targets[i]);
        }
    }
}
