namespace NetGen;

/// <summary>Of the samples of a class, the share that was taken for it, 0 to 1.</summary>
public sealed class RecallMetric : ConfusionMetric
{
    /// <summary>Averaged over classes.</summary>
    /// <param name="averaging">How.</param>
    /// <param name="threshold">Of outputs as they are, where each sample has one target value.</param>
    public RecallMetric(Averaging averaging = Averaging.Macro, double threshold = 0)
        : base("recall", averaging, threshold)
    {
    }

    /// <summary>Of one class.</summary>
    /// <param name="ofClass">The class, from 0; 1 is the positive one where each sample has one target value.</param>
    /// <param name="threshold">Of outputs as they are, where each sample has one target value.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ofClass"/> is negative.</exception>
    public RecallMetric(int ofClass, double threshold = 0)
        : base("recall", ofClass, threshold)
    {
    }

    private protected override double Of(ConfusionMatrix matrix, int ofClass) => matrix.Recall(ofClass);
}
