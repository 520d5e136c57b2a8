namespace NetGen;

/// <summary>
/// Normalizes each feature over the batch, [features] to [features]: <c>y = (x − mean) / sqrt(variance + epsilon) · weight + bias</c>
/// (Ioffe and Szegedy 2015). Training takes mean and variance from the batch, which then has at least 2 samples; prediction
/// takes the running ones.
/// </summary>
/// <remarks>
/// As in PyTorch: the weight starts at 1 and the bias at 0; <c>running_mean</c> starts at 0 and <c>running_var</c> at 1, and each
/// training pass moves them towards the batch's, <c>running ← (1 − momentum) · running + momentum · batch</c>. The batch's variance is
/// divided by the number of samples where it normalizes, and by one less where it goes into the running one.
/// </remarks>
public sealed class BatchNormAttribute : LayerAttribute
{
    /// <summary>The share of a batch in the running statistics; 0 to 1.</summary>
    public double Momentum { get; set; } = 0.1;

    /// <summary>What is added to the variance; positive.</summary>
    public double Epsilon { get; set; } = 1e-5;
}
