namespace NetGen.Reference;

/// <summary><c>x / 6 + 1 / 2</c>, limited to 0 .. 1. The derivative at both corners is 0.</summary>
internal sealed class HardSigmoid : Pointwise
{
    protected override double Function(double x) => Math.Clamp(x / 6 + 0.5, 0, 1);

    protected override double Derivative(double x) => x is > -3 and < 3 ? 1.0 / 6 : 0;
}
