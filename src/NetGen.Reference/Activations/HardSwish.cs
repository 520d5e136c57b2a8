namespace NetGen.Reference;

/// <summary><c>x · hardSigmoid(x)</c>. The derivative at the corners is that of the outer side.</summary>
internal sealed class HardSwish : Pointwise
{
    protected override double Function(double x) => x * Math.Clamp(x / 6 + 0.5, 0, 1);

    protected override double Derivative(double x) => x <= -3 ? 0 : x < 3 ? x / 3 + 0.5 : 1;
}
