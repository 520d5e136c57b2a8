namespace NetGen;

/// <summary>The mean of <c>|output − target|</c> over samples and outputs.</summary>
public sealed class MeanAbsoluteErrorMetric : ValueMetric
{
    /// <inheritdoc/>
    public override string Name => "meanAbsoluteError";

    /// <inheritdoc/>
    public override bool LargerIsBetter => false;

    /// <inheritdoc/>
    public override double Value => Sums is [var sum, var count] && count > 0 ? sum / count : double.NaN;

    internal override void AddValued(ReadOnlySpan<double> outputs, ReadOnlySpan<double> targets)
    {
        var counters = Counters(2);
        for (int i = 0; i < outputs.Length; i++)
        {
            counters[0] += Math.Abs(outputs[i] - targets[i]);
        }

        counters[1] += outputs.Length;
    }
}
