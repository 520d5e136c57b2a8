namespace NetGen;

/// <summary>Of the samples taken for a class, the share that is of it, 0 to 1.</summary>
public sealed class PrecisionMetric : ConfusionMetric
{
    /// <summary>Averaged over classes: over both, where each sample has one target value.</summary>
    /// <param name="averaging">How.</param>
    /// <param name="threshold">Of outputs as they are, where each sample has one target value; null for 0, if they are logits.</param>
    public PrecisionMetric(Averaging averaging = Averaging.Macro, double? threshold = null)
        : base("precision", averaging, threshold)
    {
    }

    /// <summary>Of one class.</summary>
    /// <param name="ofClass">The class, from 0; 1 is the positive one where each sample has one target value.</param>
    /// <param name="threshold">Of outputs as they are, where each sample has one target value; null for 0, if they are logits.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ofClass"/> is negative.</exception>
    public PrecisionMetric(int ofClass, double? threshold = null)
        : base("precision", ofClass, threshold)
    {
    }

    private protected override double Of(ConfusionMatrix matrix, int ofClass) => matrix.Precision(ofClass);
}
