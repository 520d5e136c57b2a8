namespace NetGen;

/// <summary>The harmonic mean of precision and recall, <c>2 · p · r / (p + r)</c>, 0 to 1.</summary>
public sealed class F1Metric : ConfusionMetric
{
    /// <summary>Averaged over classes: over both, where each sample has one target value.</summary>
    /// <param name="averaging">How.</param>
    /// <param name="threshold">Of outputs as they are, where each sample has one target value; null for 0, if they are logits.</param>
    public F1Metric(Averaging averaging = Averaging.Macro, double? threshold = null)
        : base("f1", averaging, threshold)
    {
    }

    /// <summary>Of one class.</summary>
    /// <param name="ofClass">The class, from 0; 1 is the positive one where each sample has one target value.</param>
    /// <param name="threshold">Of outputs as they are, where each sample has one target value; null for 0, if they are logits.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ofClass"/> is negative.</exception>
    public F1Metric(int ofClass, double? threshold = null)
        : base("f1", ofClass, threshold)
    {
    }

    private protected override double Of(ConfusionMatrix matrix, int ofClass) => matrix.F1(ofClass);
}
