namespace NetGen.Reference;

/// <summary>
/// <c>v = momentum · v + (1 − dampening) · g</c>, the first <c>v</c> being <c>g</c>; then <c>w −= rate · v</c>, or as Nesterov
/// has it <c>w −= rate · (g + momentum · v)</c>. Without momentum there is no velocity, and dampening has no meaning.
/// </summary>
internal sealed class Sgd(OperationDescription arguments, int length) : Optimizer
{
    private readonly double momentum = arguments.Number("momentum");
    private readonly double dampening = arguments.Number("dampening");
    private readonly bool nesterov = arguments.Flag("nesterov");
    private readonly double[] v = new double[length];
    private bool isFirst = true;

    public override void Update(double[] w, double[] g, double rate)
    {
        for (int i = 0; i < w.Length; i++)
        {
            v[i] = isFirst || momentum == 0 ? g[i] : momentum * v[i] + (1 - dampening) * g[i];
            w[i] -= rate * (nesterov ? g[i] + momentum * v[i] : v[i]);
        }

        isFirst = false;
    }
}
