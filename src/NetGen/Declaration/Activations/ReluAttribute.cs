namespace NetGen;

/// <summary>Rectified linear unit: <c>max(x, 0)</c> (Nair and Hinton 2010). The derivative at 0 is 0.</summary>
public sealed class ReluAttribute : LayerAttribute
{
}
