namespace NetGen;

/// <summary>Of the samples taken for a class, the share that is of it, 0 to 1.</summary>
public sealed class PrecisionMetric : ConfusionMetric
{
    /// <summary>Averaged over classes.</summary>
    /// <param name="averaging">How.</param>
    /// <param name="threshold">Of outputs as they are, where each sample has one target value.</param>
    public PrecisionMetric(Averaging averaging = Averaging.Macro, double threshold = 0)
        : base("precision", averaging, threshold)
    {
    }

    /// <summary>Of one class.</summary>
    /// <param name="ofClass">The class, from 0; 1 is the positive one where each sample has one target value.</param>
    /// <param name="threshold">Of outputs as they are, where each sample has one target value.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ofClass"/> is negative.</exception>
    public PrecisionMetric(int ofClass, double threshold = 0)
        : base("precision", ofClass, threshold)
    {
    }

    private protected override double Of(ConfusionMatrix matrix, int ofClass) => matrix.Precision(ofClass);
}
