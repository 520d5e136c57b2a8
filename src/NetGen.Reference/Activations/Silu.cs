using static NetGen.Reference.SpecialFunctions;

namespace NetGen.Reference;

/// <summary><c>x · sigmoid(x)</c>.</summary>
internal sealed class Silu : Pointwise
{
    protected override double Function(double x) => x * Logistic(x);

    protected override double Derivative(double x) => Logistic(x) + x * Logistic(x) * (1 - Logistic(x));
}
