namespace NetGen.Tests.Training;

/// <summary>Samples that a linear model can learn.</summary>
internal static class Samples
{
    /// <summary>Three clouds of points around the corners of a triangle.</summary>
    public static Dataset<double> Clouds(int count, long seed = 1)
    {
        var random = new RandomSource(seed);
        double[] inputs = new double[2 * count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = random.NextInt(3);
            double angle = labels[i] * 2 * Math.PI / 3;
            inputs[2 * i] = Math.Cos(angle) + 0.3 * random.NextNormal();
            inputs[2 * i + 1] = Math.Sin(angle) + 0.3 * random.NextNormal();
        }

        return Dataset.Labeled(inputs, labels);
    }

    /// <summary>y = 2 a - 3 b + 1.</summary>
    public static Dataset<double> Plane(int count, long seed = 1)
    {
        var random = new RandomSource(seed);
        double[] inputs = [.. Enumerable.Range(0, 2 * count).Select(_ => random.NextNormal())];
        double[] targets = [.. Enumerable.Range(0, count).Select(i => 2 * inputs[2 * i] - 3 * inputs[2 * i + 1] + 1)];
        return Dataset.Valued(inputs, targets, inputSize: 2);
    }

    /// <summary>Whether a, b and a + b are positive.</summary>
    public static Dataset<double> Sides(int count, long seed = 1)
    {
        var random = new RandomSource(seed);
        double[] inputs = [.. Enumerable.Range(0, 2 * count).Select(_ => random.NextNormal())];
        double[] targets = [.. Enumerable.Range(0, count).SelectMany(i => Sides(inputs[2 * i], inputs[2 * i + 1]))];
        return Dataset.Valued(inputs, targets, inputSize: 2);

        static double[] Sides(double a, double b) => [a > 0 ? 1 : 0, b > 0 ? 1 : 0, a + b > 0 ? 1 : 0];
    }
}
