using System.Numerics;
using NetGen.Kernels;

namespace NetGen.Tests.Kernels;

public class NoiseTests
{
    private const int Count = 1 << 20;

    /// <summary>Worked out from the documented formula by a program in another language, with integers of any size.</summary>
    [Fact]
    public void Numbers_are_those_of_the_formula()
    {
        ulong key = Noise.Key(seed: -7, pass: 3, layer: 2, draw: 1);
        key.ShouldBe(0xB7E10EA89A3FB82FUL);
        Noise.Uniform(key, 0).ShouldBe(6647615 / 16777216f);
        Noise.Uniform(key, 1).ShouldBe(12277808 / 16777216f);
        Noise.Uniform(key, 12345).ShouldBe(9168334 / 16777216f);
        Noise.Uniform(key, uint.MaxValue).ShouldBe(4051717 / 16777216f);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-9)] // the positions wrap
    public void Every_width_and_precision_gives_the_same(int first)
    {
        ulong key = Noise.Key(1, 2, 3, 4);
        double[] expected = [.. Enumerable.Range(0, 32).Select(i => (double)Noise.Uniform(key, (uint)(first + i)))];
        Draw<float, Lane<float>>(key, first).ShouldBe(expected);
        Draw<float, Lanes128<float>>(key, first).ShouldBe(expected);
        Draw<float, Lanes256<float>>(key, first).ShouldBe(expected);
        Draw<float, Lanes512<float>>(key, first).ShouldBe(expected);
        Draw<double, Lane<double>>(key, first).ShouldBe(expected);
        Draw<double, Lanes128<double>>(key, first).ShouldBe(expected);
        Draw<double, Lanes256<double>>(key, first).ShouldBe(expected);
        Draw<double, Lanes512<double>>(key, first).ShouldBe(expected);
    }

    /// <summary>All limits are four standard deviations of what truly random numbers would give; the numbers are fixed, so that this holds or not.</summary>
    [Theory]
    [InlineData(0, 1, 1, 0)]
    [InlineData(0, 2, 1, 0)]
    [InlineData(0, 1, 2, 0)]
    [InlineData(0, 1, 1, 1)]
    [InlineData(1, 1, 1, 0)]
    [InlineData(-1, 1000000, 40, 1)]
    public void Numbers_are_uniform_and_neighbours_unrelated(long seed, long pass, int layer, int draw)
    {
        double[] numbers = Numbers(Noise.Key(seed, pass, layer, draw));
        numbers.Average().ShouldBe(0.5, 4 * Math.Sqrt(1.0 / 12 / Count));
        numbers.Average(u => (u - 0.5) * (u - 0.5)).ShouldBe(1.0 / 12, 4 * Math.Sqrt(1.0 / 180 / Count));
        foreach (int distance in (int[])[1, 2, 3, 16, 64, 100, 1024])
        {
            Math.Abs(Correlation(numbers[..^distance], numbers[distance..])).ShouldBeLessThan(4 / Math.Sqrt(Count), $"distance {distance}");
        }

        // Chi-squared of 256 classes has a mean of 255 and a standard deviation of sqrt(510).
        double mean = Count / 256.0;
        numbers.GroupBy(u => (int)(256 * u)).Sum(group => (group.Count() - mean) * (group.Count() - mean) / mean)
            .ShouldBeInRange(255 - (4 * Math.Sqrt(510)), 255 + (4 * Math.Sqrt(510)));
    }

    [Theory]
    [InlineData(0, 1, 2, 0)]
    [InlineData(0, 1, 1, 1)]
    [InlineData(0, 2, 1, 0)]
    [InlineData(0, 3, 1, 0)]
    [InlineData(1, 1, 1, 0)]
    [InlineData(-1, 1, 1, 0)]
    public void Another_seed_pass_layer_or_draw_has_nothing_in_common(long seed, long pass, int layer, int draw)
    {
        double[] numbers = Numbers(Noise.Key(0, 1, 1, 0));
        double[] others = Numbers(Noise.Key(seed, pass, layer, draw));
        Math.Abs(Correlation(numbers, others)).ShouldBeLessThan(4 / Math.Sqrt(Count));
        Math.Abs(Correlation(numbers[1..], others[..^1])).ShouldBeLessThan(4 / Math.Sqrt(Count));
    }

    [Fact]
    public void Keys_differ() =>
        (from seed in Enumerable.Range(-2, 5)
         from pass in Enumerable.Range(1, 100)
         from layer in Enumerable.Range(1, 20)
         from draw in Enumerable.Range(0, 2)
         select Noise.Key(seed, pass, layer, draw)).Distinct().Count().ShouldBe(5 * 100 * 20 * 2);

    private static double[] Numbers(ulong key) => [.. Enumerable.Range(0, Count).Select(i => (double)Noise.Uniform(key, (uint)i))];

    private static double Correlation(double[] a, double[] b) => 12 * a.Zip(b, (u, v) => (u - 0.5) * (v - 0.5)).Average();

    private static double[] Draw<T, V>(ulong key, int first)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        var numbers = new T[32];
        for (int i = 0; i < numbers.Length; i += V.Count)
        {
            V.Store(V.Uniform(key, first + i), ref numbers[0], i);
        }

        return Array.ConvertAll(numbers, double.CreateChecked);
    }
}
