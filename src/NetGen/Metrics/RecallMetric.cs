namespace NetGen;

/// <summary>Of the samples of a class, the share that was taken for it, 0 to 1.</summary>
public sealed class RecallMetric : ConfusionMetric
{
    /// <summary>Averaged over classes: over both, where each sample has one target value.</summary>
    /// <param name="averaging">How.</param>
    /// <param name="threshold">Of outputs as they are, where each sample has one target value; null for 0, if they are logits.</param>
    public RecallMetric(Averaging averaging = Averaging.Macro, double? threshold = null)
        : base("recall", averaging, threshold)
    {
    }

    /// <summary>Of one class.</summary>
    /// <param name="ofClass">The class, from 0; 1 is the positive one where each sample has one target value.</param>
    /// <param name="threshold">Of outputs as they are, where each sample has one target value; null for 0, if they are logits.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ofClass"/> is negative.</exception>
    public RecallMetric(int ofClass, double? threshold = null)
        : base("recall", ofClass, threshold)
    {
    }

    private protected override double Of(ConfusionMatrix matrix, int ofClass) => matrix.Recall(ofClass);
}
