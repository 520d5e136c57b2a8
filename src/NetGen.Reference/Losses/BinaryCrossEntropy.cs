using static NetGen.Reference.SpecialFunctions;

namespace NetGen.Reference;

/// <summary>
/// Mean over samples and outputs of <c>−target · log(p) − (1 − target) · log(1 − p)</c> with <c>p = sigmoid(y)</c>. Since
/// <c>−log(sigmoid(y)) = log(1 + exp(−y))</c>, it is <c>log(1 + exp(y)) − target · y</c>, which no logit overflows.
/// </summary>
internal sealed class BinaryCrossEntropy : ElementwiseLoss
{
    // max(y, 0) − target · y first: for a large right logit the two cancel exactly, and the small rest survives.
    protected override double Function(double y, double target) =>
        Math.Max(y, 0) - target * y + LogOnePlus(Math.Exp(-Math.Abs(y)));

    protected override double Derivative(double y, double target) => Logistic(y) - target;
}
