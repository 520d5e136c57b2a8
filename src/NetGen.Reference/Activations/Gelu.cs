using static NetGen.Reference.SpecialFunctions;

namespace NetGen.Reference;

/// <summary><c>x · Φ(x)</c>, Φ being the distribution function of the standard normal distribution.</summary>
internal sealed class Gelu : Pointwise
{
    protected override double Function(double x) => x * NormalDistribution(x);

    protected override double Derivative(double x) => NormalDistribution(x) + x * NormalDensity(x);
}
