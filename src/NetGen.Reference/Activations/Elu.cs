using static NetGen.Reference.SpecialFunctions;

namespace NetGen.Reference;

/// <summary><c>x</c> where positive, <c>alpha · (exp(x) − 1)</c> elsewhere.</summary>
internal sealed class Elu(double alpha) : Pointwise
{
    protected override double Function(double x) => x > 0 ? x : alpha * ExpMinus1(x);

    protected override double Derivative(double x) => x > 0 ? 1 : alpha * Math.Exp(x);
}
