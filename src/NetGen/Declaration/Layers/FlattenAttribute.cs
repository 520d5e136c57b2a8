namespace NetGen;

/// <summary>Reshapes a sample to one axis, in row-major order: [c, h, w] to [c · h · w].</summary>
public sealed class FlattenAttribute : LayerAttribute
{
}
