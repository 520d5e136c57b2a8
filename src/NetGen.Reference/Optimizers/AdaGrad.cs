namespace NetGen.Reference;

/// <summary><c>s += g²</c>, <c>w −= rate · g / (sqrt(s) + epsilon)</c>.</summary>
internal sealed class AdaGrad(OperationDescription arguments, int length) : Optimizer
{
    private readonly double epsilon = arguments.Number("epsilon");
    private readonly double[] s = new double[length];

    public override void Update(double[] w, double[] g, double rate)
    {
        for (int i = 0; i < w.Length; i++)
        {
            s[i] += g[i] * g[i];
            w[i] -= rate * g[i] / Root(s[i], epsilon, inside: false);
        }
    }
}
