namespace NetGen.Reference;

/// <summary>Mean over samples and outputs of <c>(y − target)²</c>.</summary>
internal sealed class MeanSquaredError : ElementwiseLoss
{
    protected override double Function(double y, double target) => (y - target) * (y - target);

    protected override double Derivative(double y, double target) => 2 * (y - target);
}
