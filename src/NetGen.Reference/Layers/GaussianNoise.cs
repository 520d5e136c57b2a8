namespace NetGen.Reference;

/// <summary>In training, x and a number from the normal distribution of mean 0; x in prediction.</summary>
internal sealed class GaussianNoise(double standardDeviation) : Layer
{
    public override Tensor Forward(Tape tape, params Tensor[] inputs)
    {
        var x = inputs[0];
        if (!tape.Pass.IsTraining)
        {
            return x;
        }

        var y = new Tensor(x.Shape);
        ulong radius = LayerNoise.Key(tape.Pass.Seed, tape.Pass.Number, Place, draw: 0);
        ulong angle = LayerNoise.Key(tape.Pass.Seed, tape.Pass.Number, Place, draw: 1);
        for (int i = 0; i < x.Length; i++)
        {
            // Box and Muller 1958.
            double normal = Math.Sqrt(-2 * Math.Log(1 - LayerNoise.Uniform(radius, (uint)i))) * Math.Cos(2 * Math.PI * LayerNoise.Uniform(angle, (uint)i));
            y.Data[i] = x.Data[i] + standardDeviation * normal;
        }

        tape.Record(() =>
        {
            for (int i = 0; i < x.Length; i++)
            {
                x.Gradient[i] += y.Gradient[i];
            }
        });
        return y;
    }
}
