namespace NetGen;

/// <summary><c>x · tanh(softplus(x))</c> (Misra 2019).</summary>
public sealed class MishAttribute : LayerAttribute
{
}
