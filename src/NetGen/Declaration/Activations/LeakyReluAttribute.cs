namespace NetGen;

/// <summary>Leaky rectified linear unit: <c>x</c> where positive, <c>slope · x</c> elsewhere (Maas et al. 2013).</summary>
public sealed class LeakyReluAttribute : LayerAttribute
{
    /// <summary>The slope on the negative side.</summary>
    public double Slope { get; set; } = 0.01;
}
