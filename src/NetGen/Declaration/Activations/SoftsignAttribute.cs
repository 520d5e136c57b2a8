namespace NetGen;

/// <summary><c>x / (1 + |x|)</c>.</summary>
public sealed class SoftsignAttribute : LayerAttribute
{
}
