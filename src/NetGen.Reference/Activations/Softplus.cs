using static NetGen.Reference.SpecialFunctions;

namespace NetGen.Reference;

/// <summary><c>log(1 + exp(x))</c>.</summary>
internal sealed class Softplus : Pointwise
{
    protected override double Function(double x) => LogOnePlusExp(x);

    protected override double Derivative(double x) => Logistic(x);
}
