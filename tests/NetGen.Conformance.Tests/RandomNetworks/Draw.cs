namespace NetGen.Conformance.Tests.RandomNetworks;

/// <summary>Draws from a seeded source.</summary>
internal static class Draw
{
    // Around the sizes of vectors, tiles and padding.
    private static readonly int[] Borders = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 24, 31, 32, 33, 47, 48, 49, 63, 64, 65, 70];

    public static bool Chance(this Random random, double probability) => random.NextDouble() < probability;

    public static T Pick<T>(this Random random, params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>A number of elements from 1 to a limit, often one at which code changes.</summary>
    public static int Size(this Random random, int limit)
    {
        int size = random.Chance(0.5) ? random.Pick(Borders) : random.Next(1, 71);
        return size <= limit ? size : random.Next(1, limit + 1);
    }

    /// <summary>One number of three digits between two.</summary>
    public static double Between(this Random random, double least, double largest)
    {
        double drawn = least + random.NextDouble() * (largest - least);
        return Math.Clamp(Math.Round(drawn, 3), least, largest);
    }

    /// <summary>A number of the normal distribution.</summary>
    public static double Normal(this Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
