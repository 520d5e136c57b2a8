namespace NetGen;

/// <summary>
/// Divides each sample by its root mean square over the last axis, [..., columns]: <c>y = x / sqrt(mean(x²) + epsilon) · weight</c>,
/// with a weight [columns] of 1 to start with (Zhang and Sennrich 2019).
/// </summary>
public sealed class RmsNormAttribute : LayerAttribute
{
    /// <summary>What is added to the mean square; positive.</summary>
    public double Epsilon { get; set; } = 1e-6;
}
