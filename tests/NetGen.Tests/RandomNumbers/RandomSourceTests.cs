namespace NetGen.Tests.RandomNumbers;

public class RandomSourceTests
{
    /// <summary>From a second implementation, in Python, checked against the vectors that the authors of xoshiro256** publish.</summary>
    [Fact]
    public void Bits_are_those_of_the_published_algorithm()
    {
        var random = new RandomSource(1);
        random.NextBits().ShouldBe(12966619160104079557UL);
        random.NextBits().ShouldBe(9600361134598540522UL);
        random.NextBits().ShouldBe(10590380919521690900UL);
        random.NextBits().ShouldBe(7218738570589545383UL);
        new RandomSource(-1).NextBits().ShouldBe(10328197420357168392UL);
    }

    [Fact]
    public void Uniforms_are_the_high_bits()
    {
        var random = new RandomSource(1);
        random.NextUniform().ShouldBe(0.7029218331588505);
        random.NextUniform().ShouldBe(0.5204366199388569);
        random.NextUniform().ShouldBe(0.5741057000197225);
    }

    [Fact]
    public void Normals_are_those_of_the_polar_method()
    {
        var random = new RandomSource(1);
        random.NextNormal().ShouldBe(1.884396104787977, 1e-15);
        random.NextNormal().ShouldBe(0.18978089448693036, 1e-15);
        random.NextNormal().ShouldBe(1.302090250702661, 1e-15);
        random.NextNormal().ShouldBe(-1.9094343319583578, 1e-15);
    }

    [Theory]
    [InlineData(0, 2272678612572546782UL)]
    [InlineData(1, 6605782746915807376UL)]
    [InlineData(5, 9859456850272872877UL)]
    public void Forks_follow_from_seed_and_stream_alone(long stream, ulong first)
    {
        var random = new RandomSource(1);
        random.Fork(stream).NextBits().ShouldBe(first);
        random.NextNormal();
        random.Fork(stream).NextBits().ShouldBe(first);
    }

    [Fact]
    public void Forks_of_neighbouring_seeds_and_streams_all_differ()
    {
        var firsts = from seed in Enumerable.Range(-10, 20) from stream in Enumerable.Range(0, 20) select new RandomSource(seed).Fork(stream).NextBits();
        firsts.Distinct().Count().ShouldBe(400);
    }

    [Fact]
    public void Uniforms_fill_the_unit_interval_evenly()
    {
        var random = new RandomSource(7);
        int[] counts = new int[10];
        for (int i = 0; i < 100_000; i++)
        {
            counts[(int)(10 * random.NextUniform())]++;
        }

        // Each count has a standard deviation of 95.
        counts.ShouldAllBe(count => Math.Abs(count - 10_000) < 500);
    }

    [Fact]
    public void Normals_have_the_moments_of_a_normal()
    {
        var random = new RandomSource(7);
        double[] draws = [.. Enumerable.Range(0, 100_000).Select(_ => random.NextNormal())];
        draws.Average().ShouldBe(0, 0.02);
        draws.Average(x => x * x).ShouldBe(1, 0.03);
        draws.Average(x => x * x * x).ShouldBe(0, 0.06);
        draws.Average(x => x * x * x * x).ShouldBe(3, 0.15);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(10)]
    public void Whole_numbers_are_evenly_spread(int limit)
    {
        var random = new RandomSource(3);
        int[] counts = new int[limit];
        for (int i = 0; i < 10_000 * limit; i++)
        {
            counts[random.NextInt(limit)]++;
        }

        counts.ShouldAllBe(count => Math.Abs(count - 10_000) < 500);
    }

    /// <summary>
    /// 2^32 draws are 8/3 for each of 3 · 2^29 numbers: without a second draw, of three neighbours two come 3 times where one
    /// comes 2 times, and three eighths of all are multiples of 3.
    /// </summary>
    [Fact]
    public void Whole_numbers_of_a_wide_range_are_evenly_spread()
    {
        var random = new RandomSource(3);
        Enumerable.Range(0, 30_000).Count(_ => random.NextInt(3 << 29) % 3 == 0).ShouldBeInRange(9_500, 10_500);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_limit_below_1_is_refused(int limit) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new RandomSource(1).NextInt(limit));

    [Fact]
    public void Shuffling_keeps_the_items_and_follows_the_seed()
    {
        int[] first = [.. Enumerable.Range(0, 100)];
        int[] second = [.. Enumerable.Range(0, 100)];
        new RandomSource(5).Shuffle(first);
        new RandomSource(5).Shuffle(second);

        first.ShouldBe(second);
        first.ShouldNotBe(Enumerable.Range(0, 100));
        first.Order().ShouldBe(Enumerable.Range(0, 100));
    }

    [Fact]
    public void Shuffling_gives_all_orders_equally_often()
    {
        var random = new RandomSource(11);
        var counts = new Dictionary<string, int>();
        for (int i = 0; i < 24_000; i++)
        {
            int[] items = [0, 1, 2, 3];
            random.Shuffle(items);
            string order = string.Join("", items);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        counts.Count.ShouldBe(24);
        counts.Values.ShouldAllBe(count => Math.Abs(count - 1000) < 160);
    }
}
