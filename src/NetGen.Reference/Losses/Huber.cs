namespace NetGen.Reference;

/// <summary>Mean over samples and outputs of <c>e² / 2</c> where <c>|e| ≤ delta</c>, <c>delta · (|e| − delta / 2)</c> elsewhere.</summary>
internal sealed class Huber(double delta) : ElementwiseLoss
{
    protected override double Function(double y, double target)
    {
        double error = Math.Abs(y - target);
        return error <= delta ? 0.5 * error * error : delta * (error - 0.5 * delta);
    }

    protected override double Derivative(double y, double target)
    {
        double error = y - target;
        return Math.Abs(error) <= delta ? error : error > 0 ? delta : -delta;
    }
}
