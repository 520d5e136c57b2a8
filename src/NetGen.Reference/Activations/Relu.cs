namespace NetGen.Reference;

/// <summary><c>max(x, 0)</c>. The derivative at 0 is 0.</summary>
internal sealed class Relu : Pointwise
{
    protected override double Function(double x) => Math.Max(x, 0);

    protected override double Derivative(double x) => x > 0 ? 1 : 0;
}
