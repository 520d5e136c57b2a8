namespace NetGen;

/// <summary>Parametric rectified linear unit: <c>x</c> where positive, <c>weight · x</c> elsewhere, with one slope that is learned (He et al. 2015).</summary>
public sealed class PReluAttribute : LayerAttribute
{
    /// <summary>The slope before training.</summary>
    public double InitialSlope { get; set; } = 0.25;
}
