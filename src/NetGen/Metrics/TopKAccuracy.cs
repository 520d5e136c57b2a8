namespace NetGen;

/// <summary>The share of samples whose label's output is among the k largest, 0 to 1; of equal outputs, earlier ones count as larger.</summary>
public sealed class TopKAccuracy : LabelMetric
{
    private readonly int k;

    /// <summary>A metric of the k largest outputs.</summary>
    /// <param name="k">
    /// At least 1. As many as there are classes make everything right, so that <c>Fit</c> and <c>Evaluate</c> refuse it for such a network.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is below 1.</exception>
    public TopKAccuracy(int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        this.k = k;
        Name = FormattableString.Invariant($"top{k}Accuracy");
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override double Value => Sums is [var right, var all] && all > 0 ? right / all : double.NaN;

    internal override string? ProblemWith(NetworkDescription network, bool takesLabels) =>
        base.ProblemWith(network, takesLabels)
        ?? (k < network.OutputSize ? null : $"the metric {Name} needs at least {(long)k + 1} classes, since all of fewer are always right, but {network.Name} has {network.OutputSize}");

    internal override void AddLabeled(ReadOnlySpan<double> outputs, int label)
    {
        int before = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            before += outputs[i] > outputs[label] || (i < label && outputs[i] == outputs[label]) ? 1 : 0;
        }

        var counters = Counters(2);
        counters[0] += before < k && !double.IsNaN(outputs[label]) ? 1 : 0;
        counters[1]++;
    }
}
