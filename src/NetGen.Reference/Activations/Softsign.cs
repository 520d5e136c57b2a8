namespace NetGen.Reference;

/// <summary><c>x / (1 + |x|)</c>.</summary>
internal sealed class Softsign : Pointwise
{
    protected override double Function(double x) => x / (1 + Math.Abs(x));

    protected override double Derivative(double x) => 1 / ((1 + Math.Abs(x)) * (1 + Math.Abs(x)));
}
