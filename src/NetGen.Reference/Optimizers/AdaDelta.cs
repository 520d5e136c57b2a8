namespace NetGen.Reference;

/// <summary>
/// <c>s = decay · s + (1 − decay) · g²</c>, <c>step = sqrt(d + epsilon) / sqrt(s + epsilon) · g</c>,
/// <c>d = decay · d + (1 − decay) · step²</c>, <c>w −= rate · step</c>.
/// </summary>
internal sealed class AdaDelta(OperationDescription arguments, int length) : Optimizer
{
    private readonly double decay = arguments.Number("decay");
    private readonly double epsilon = arguments.Number("epsilon");
    private readonly double[] s = new double[length];
    private readonly double[] d = new double[length];

    public override void Update(double[] w, double[] g, double rate)
    {
        for (int i = 0; i < w.Length; i++)
        {
            s[i] = decay * s[i] + (1 - decay) * g[i] * g[i];
            double step = Root(d[i], epsilon, inside: true) / Root(s[i], epsilon, inside: true) * g[i];
            d[i] = decay * d[i] + (1 - decay) * step * step;
            w[i] -= rate * step;
        }
    }
}
