namespace NetGen.Reference;

/// <summary>Half the sum over outputs of <c>(y − target)²</c>, mean over samples.</summary>
internal sealed class HalfSquaredError : ElementwiseLoss
{
    protected override double Function(double y, double target) => 0.5 * (y - target) * (y - target);

    protected override double Derivative(double y, double target) => y - target;

    protected override double Divisor(int samples, int outputs) => samples;
}
