namespace NetGen.Tests.Kernels;

/// <summary>Arguments that find differences: the special numbers, plain ones, and random bits.</summary>
internal static class Values
{
    private static readonly double[] Special =
    [
        0, -0.0, 1, -1, 0.5, 1.5, 2.5, -2.5, 88.7, -103.5, 709.5, -745, 1e-40, -1e-310, 1e30, -1e300,
        double.NaN, double.PositiveInfinity, double.NegativeInfinity, float.MaxValue, double.MaxValue, float.Epsilon, double.Epsilon,
        1.1754944e-38, 2.2250738585072014e-308, Math.PI, -Math.PI / 2, 0.34657359, 0.69314718, 1.4142135, 16777217, 4503599627370497.5,
    ];

    public static float[] Single()
    {
        var random = new System.Random(1);
        var plain = Enumerable.Range(0, 2_016).Select(_ => (float)((random.NextDouble() - 0.5) * 40));
        var bits = Enumerable.Range(0, 2_048).Select(_ => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)));
        return [.. Special.Select(static x => (float)x), .. plain, .. bits];
    }

    public static double[] Double()
    {
        var random = new System.Random(2);
        var plain = Enumerable.Range(0, 2_016).Select(_ => (random.NextDouble() - 0.5) * 40);
        var bits = Enumerable.Range(0, 2_048).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)));
        return [.. Special, .. plain, .. bits];
    }
}
