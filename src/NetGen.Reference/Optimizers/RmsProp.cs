namespace NetGen.Reference;

/// <summary>
/// <c>s = decay · s + (1 − decay) · g²</c>; centered, the square of a mean gradient of the same decay is taken off, down to 0. Then
/// <c>v = momentum · v + g / (sqrt(s) + epsilon)</c> and <c>w −= rate · v</c>.
/// </summary>
internal sealed class RmsProp(OperationDescription arguments, int length) : Optimizer
{
    private readonly double decay = arguments.Number("decay");
    private readonly double epsilon = arguments.Number("epsilon");
    private readonly bool inside = arguments.Flag("epsilonInsideRoot");
    private readonly double momentum = arguments.Number("momentum");
    private readonly bool centered = arguments.Flag("centered");
    private readonly double[] s = new double[length];
    private readonly double[] mean = new double[length];
    private readonly double[] v = new double[length];

    public override void Update(double[] w, double[] g, double rate)
    {
        for (int i = 0; i < w.Length; i++)
        {
            s[i] = decay * s[i] + (1 - decay) * g[i] * g[i];
            mean[i] = decay * mean[i] + (1 - decay) * g[i];
            double square = centered ? Math.Max(s[i] - mean[i] * mean[i], 0) : s[i];
            v[i] = momentum * v[i] + g[i] / Root(square, epsilon, inside);
            w[i] -= rate * v[i];
        }
    }
}
