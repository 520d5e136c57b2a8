namespace NetGen;

/// <summary>Sigmoid linear unit, also called swish: <c>x · sigmoid(x)</c> (Elfwing et al. 2017).</summary>
public sealed class SiluAttribute : LayerAttribute
{
}
