namespace NetGen.Reference;

/// <summary>
/// Joins two inputs on the first axis of a sample. Since that axis is the outermost one, a sample of the output is a whole
/// sample of the first input, then a whole sample of the second.
/// </summary>
internal sealed class Concat : Layer
{
    public override Tensor Forward(Tape tape, params Tensor[] inputs)
    {
        var (a, b) = (inputs[0], inputs[1]);
        if (!a.Shape.Skip(2).SequenceEqual(b.Shape.Skip(2)))
        {
            throw new ArgumentException($"Concat cannot join {Sizes.Text(a.Shape.Skip(1))} and {Sizes.Text(b.Shape.Skip(1))} on the first axis.");
        }

        int samples = a.Shape[0];
        var y = new Tensor([samples, a.Shape[1] + b.Shape[1], .. a.Shape.Skip(2)]);
        Join(a.Data, b.Data, y.Data, samples);
        tape.Record(() => AddParts(a.Gradient, b.Gradient, y.Gradient, samples));
        return y;
    }

    private static void Join(double[] a, double[] b, double[] y, int samples)
    {
        int first = a.Length / samples;
        int second = b.Length / samples;
        for (int sample = 0; sample < samples; sample++)
        {
            int start = sample * (first + second);
            for (int i = 0; i < first; i++)
            {
                y[start + i] = a[sample * first + i];
            }

            for (int i = 0; i < second; i++)
            {
                y[start + first + i] = b[sample * second + i];
            }
        }
    }

    private static void AddParts(double[] a, double[] b, double[] y, int samples)
    {
        int first = a.Length / samples;
        int second = b.Length / samples;
        for (int sample = 0; sample < samples; sample++)
        {
            int start = sample * (first + second);
            for (int i = 0; i < first; i++)
            {
                a[sample * first + i] += y[start + i];
            }

            for (int i = 0; i < second; i++)
            {
                b[sample * second + i] += y[start + first + i];
            }
        }
    }
}
