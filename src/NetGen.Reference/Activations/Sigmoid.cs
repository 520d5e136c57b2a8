using static NetGen.Reference.SpecialFunctions;

namespace NetGen.Reference;

/// <summary><c>1 / (1 + exp(−x))</c>.</summary>
internal sealed class Sigmoid : Pointwise
{
    protected override double Function(double x) => Logistic(x);

    protected override double Derivative(double x) => Logistic(x) * (1 - Logistic(x));
}
