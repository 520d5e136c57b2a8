namespace NetGen;

/// <summary>Piecewise linear sigmoid: <c>x / 6 + 1 / 2</c>, limited to 0 .. 1.</summary>
public sealed class HardSigmoidAttribute : LayerAttribute
{
}
