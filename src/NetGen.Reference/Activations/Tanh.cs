namespace NetGen.Reference;

/// <summary>Hyperbolic tangent.</summary>
internal sealed class Tanh : Pointwise
{
    protected override double Function(double x) => Math.Tanh(x);

    protected override double Derivative(double x) => 1 - Math.Tanh(x) * Math.Tanh(x);
}
