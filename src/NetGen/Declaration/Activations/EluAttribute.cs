namespace NetGen;

/// <summary>Exponential linear unit: <c>x</c> where positive, <c>alpha · (exp(x) − 1)</c> elsewhere (Clevert et al. 2015).</summary>
public sealed class EluAttribute : LayerAttribute
{
    /// <summary>Minus the value that large negative inputs approach.</summary>
    public double Alpha { get; set; } = 1.0;
}
