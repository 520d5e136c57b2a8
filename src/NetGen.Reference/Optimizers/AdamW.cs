namespace NetGen.Reference;

/// <summary><c>w −= rate · weightDecay · w</c>, then a step of <see cref="Adam"/>: the decay does not pass through its means.</summary>
internal sealed class AdamW(OperationDescription arguments, int length) : Optimizer
{
    private readonly double weightDecay = arguments.Number("weightDecay");
    private readonly Adam adam = new(arguments, length);

    public override void Update(double[] w, double[] g, double rate)
    {
        for (int i = 0; i < w.Length; i++)
        {
            w[i] -= rate * weightDecay * w[i];
        }

        adam.Update(w, g, rate);
    }
}
