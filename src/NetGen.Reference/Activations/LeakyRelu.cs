namespace NetGen.Reference;

/// <summary><c>x</c> where positive, <c>slope · x</c> elsewhere.</summary>
internal sealed class LeakyRelu(double slope) : Pointwise
{
    protected override double Function(double x) => x > 0 ? x : slope * x;

    protected override double Derivative(double x) => x > 0 ? 1 : slope;
}
