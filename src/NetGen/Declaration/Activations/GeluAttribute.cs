namespace NetGen;

/// <summary>Gaussian error linear unit: <c>x · Φ(x)</c> (Hendrycks and Gimpel 2016).</summary>
public sealed class GeluAttribute : LayerAttribute
{
    /// <summary>Whether the form with <c>tanh</c> replaces the exact one with <c>erf</c>.</summary>
    public bool Approximate { get; set; }
}
