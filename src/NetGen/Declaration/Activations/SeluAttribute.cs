namespace NetGen;

/// <summary>Scaled exponential linear unit, which keeps activations at mean 0 and variance 1 (Klambauer et al. 2017).</summary>
public sealed class SeluAttribute : LayerAttribute
{
}
