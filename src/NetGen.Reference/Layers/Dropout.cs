namespace NetGen.Reference;

/// <summary>In training, 0 with a probability of <c>rate</c> and <c>x / (1 − rate)</c> elsewhere; x in prediction.</summary>
internal sealed class Dropout(double rate) : Layer
{
    public override Tensor Forward(Tape tape, params Tensor[] inputs)
    {
        var x = inputs[0];
        if (!tape.Pass.IsTraining)
        {
            return x;
        }

        var y = new Tensor(x.Shape);
        ulong key = LayerNoise.Key(tape.Pass.Seed, tape.Pass.Number, Place, draw: 0);
        double[] factors = [.. Enumerable.Range(0, x.Length).Select(i => LayerNoise.Uniform(key, (uint)i) < rate ? 0 : 1 / (1 - rate))];
        for (int i = 0; i < x.Length; i++)
        {
            y.Data[i] = x.Data[i] * factors[i];
        }

        tape.Record(() =>
        {
            for (int i = 0; i < x.Length; i++)
            {
                x.Gradient[i] += y.Gradient[i] * factors[i];
            }
        });
        return y;
    }
}
