namespace NetGen.Reference;

/// <summary>Mean over samples and outputs of <c>|y − target|</c>. The derivative at 0 is 0.</summary>
internal sealed class MeanAbsoluteError : ElementwiseLoss
{
    protected override double Function(double y, double target) => Math.Abs(y - target);

    protected override double Derivative(double y, double target) => y > target ? 1 : y < target ? -1 : 0;
}
