namespace NetGen;

/// <summary>
/// Normalizes each sample over the last axis, [..., columns]: <c>y = (x − mean) / sqrt(variance + epsilon) · weight + bias</c>, with
/// a weight [columns] of 1 and a bias [columns] of 0 to start with (Ba, Kiros and Hinton 2016).
/// </summary>
public sealed class LayerNormAttribute : LayerAttribute
{
    /// <summary>What is added to the variance; positive.</summary>
    public double Epsilon { get; set; } = 1e-5;
}
