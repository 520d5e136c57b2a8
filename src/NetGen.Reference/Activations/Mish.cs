using static NetGen.Reference.SpecialFunctions;

namespace NetGen.Reference;

/// <summary><c>x · tanh(softplus(x))</c>.</summary>
internal sealed class Mish : Pointwise
{
    protected override double Function(double x) => x * Math.Tanh(LogOnePlusExp(x));

    protected override double Derivative(double x)
    {
        double t = Math.Tanh(LogOnePlusExp(x));
        return t + x * (1 - t * t) * Logistic(x);
    }
}
