namespace NetGen.Reference;

/// <summary><c>x / 2 · (1 + tanh(sqrt(2 / π) · (x + 0.044715 · x³)))</c>, which is close to <see cref="Gelu"/>.</summary>
internal sealed class ApproximateGelu : Pointwise
{
    private const double Cubic = 0.044715;
    private static readonly double Factor = Math.Sqrt(2 / Math.PI);

    protected override double Function(double x) => 0.5 * x * (1 + Math.Tanh(Factor * (x + Cubic * x * x * x)));

    protected override double Derivative(double x)
    {
        double t = Math.Tanh(Factor * (x + Cubic * x * x * x));
        return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * Factor * (1 + 3 * Cubic * x * x);
    }
}
