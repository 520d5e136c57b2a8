using static NetGen.Reference.SpecialFunctions;

namespace NetGen.Reference;

/// <summary><c>scale · elu(x)</c>, with the two constants for which mean 0 and variance 1 are a fixed point.</summary>
internal sealed class Selu : Pointwise
{
    private const double Alpha = 1.6732632423543772848170429916717;
    private const double Scale = 1.0507009873554804934193349852946;

    protected override double Function(double x) => x > 0 ? Scale * x : Scale * Alpha * ExpMinus1(x);

    protected override double Derivative(double x) => x > 0 ? Scale : Scale * Alpha * Math.Exp(x);
}
