namespace NetGen.Reference;

/// <summary>
/// <c>m = beta1 · m + (1 − beta1) · g</c>, <c>v = beta2 · v + (1 − beta2) · g²</c>. Both start at zero, and bias correction
/// divides them by <c>1 − beta^t</c> at step t, counted from 1. Then <c>w −= rate · m / (sqrt(v) + epsilon)</c>. With AMSGrad
/// the largest <c>v</c> so far, before the correction, takes the place of <c>v</c>.
/// </summary>
internal sealed class Adam(OperationDescription arguments, int length) : Optimizer
{
    private readonly double beta1 = arguments.Number("beta1");
    private readonly double beta2 = arguments.Number("beta2");
    private readonly double epsilon = arguments.Number("epsilon");
    private readonly bool amsGrad = arguments.Flag("amsGrad");
    private readonly bool biasCorrection = arguments.Flag("biasCorrection");
    private readonly bool inside = arguments.Flag("epsilonInsideRoot");
    private readonly double[] m = new double[length];
    private readonly double[] v = new double[length];
    private readonly double[] largest = new double[length];
    private int t;

    public override void Update(double[] w, double[] g, double rate)
    {
        t++;
        double correction1 = biasCorrection ? 1 - Math.Pow(beta1, t) : 1;
        double correction2 = biasCorrection ? 1 - Math.Pow(beta2, t) : 1;
        for (int i = 0; i < w.Length; i++)
        {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            largest[i] = Math.Max(largest[i], v[i]);
            double square = amsGrad ? largest[i] : v[i];
            w[i] -= rate * (m[i] / correction1) / Root(square / correction2, epsilon, inside);
        }
    }
}
