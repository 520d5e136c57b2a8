using NetGen.Weights;

namespace NetGen.Tests.RandomNumbers;

public class InitializationTests
{
    private const int Outputs = 200;
    private const int Inputs = 300;

    [Theory]
    [InlineData(Init.HeNormal, 2.0 / Inputs)]
    [InlineData(Init.XavierNormal, 2.0 / (Inputs + Outputs))]
    [InlineData(Init.LeCunNormal, 1.0 / Inputs)]
    [InlineData(Init.Normal, 0.25)]
    public void Normals_have_the_variance_of_their_formula(Init init, double variance)
    {
        double[] elements = Draw<double>(init, scale: 0.5);
        elements.Average().ShouldBe(0, 0.02 * Math.Sqrt(variance));
        elements.Average(x => x * x).ShouldBe(variance, 0.03 * variance);
        elements.Max(Math.Abs).ShouldBeGreaterThan(3.5 * Math.Sqrt(variance));
    }

    [Theory]
    [InlineData(Init.HeUniform, 6.0 / Inputs)]
    [InlineData(Init.XavierUniform, 6.0 / (Inputs + Outputs))]
    [InlineData(Init.LeCunUniform, 3.0 / Inputs)]
    [InlineData(Init.Uniform, 0.25)]
    public void Uniforms_fill_the_bounds_of_their_formula(Init init, double squaredBound)
    {
        double bound = Math.Sqrt(squaredBound);
        double[] elements = Draw<double>(init, scale: 0.5);
        elements.ShouldAllBe(x => Math.Abs(x) <= bound);
        elements.Max().ShouldBe(bound, 0.001 * bound);
        elements.Min().ShouldBe(-bound, 0.001 * bound);
        elements.Average().ShouldBe(0, 0.02 * bound);
        elements.Average(x => x * x).ShouldBe(squaredBound / 3, 0.03 * squaredBound / 3);
    }

    [Fact]
    public void A_constant_is_everywhere() => Draw<float>(Init.Constant, scale: 0.5).ShouldAllBe(x => x == 0.5f);

    /// <summary>A filter [4, 3, 5, 5] has 75 inputs; each input reaches 4 · 25 outputs.</summary>
    [Theory]
    [InlineData(Init.HeUniform, 6.0 / 75)]
    [InlineData(Init.XavierUniform, 6.0 / 175)]
    public void Filters_count_their_places(Init init, double squaredBound)
    {
        double[] elements = Draw<double>(init, scale: 0, shape: [4, 3, 5, 5]);
        elements.Max(Math.Abs).ShouldBe(Math.Sqrt(squaredBound), 0.03 * Math.Sqrt(squaredBound));
    }

    /// <summary>2 u - 1 of the first uniforms of stream 0 of seed 1, from a second implementation in Python; so are the floats below.</summary>
    [Fact]
    public void A_seed_gives_these_numbers()
    {
        double[] elements = Draw<double>(Init.Uniform, scale: 1, shape: [2, 2], seed: 1);
        elements.ShouldBe([-0.7535956910887505, -0.7149491265061734, -0.06802130793542882, -0.16668435799010384]);
    }

    [Fact]
    public void A_seed_gives_these_floats()
    {
        float[] elements = Draw<float>(Init.HeNormal, shape: [2, 3], seed: 1);
        elements.ShouldBe([-0.80792654f, -1.9798019f, -0.47413898f, 1.1838948f, -0.5055375f, -0.020056522f]);
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers_and_another_others()
    {
        Draw<float>(Init.HeNormal, seed: 3).ShouldBe(Draw<float>(Init.HeNormal, seed: 3));
        Draw<float>(Init.HeNormal, seed: 3).ShouldNotBe(Draw<float>(Init.HeNormal, seed: 4));
    }

    [Theory]
    [InlineData(Init.HeNormal)]
    [InlineData(Init.XavierUniform)]
    public void Floats_are_the_doubles_rounded(Init init) =>
        Draw<float>(init).ShouldBe(Draw<double>(init).Select(x => (float)x));

    [Fact]
    public void Storage_does_not_matter()
    {
        var tensor = new TensorDescription("w", [2, 3], Init.HeNormal, 0, true);
        var rowMajor = new TensorStore<float>(6, new TensorLayout(tensor, 0, 3, 1));
        var columnMajor = new TensorStore<float>(64, new TensorLayout(tensor, 5, 1, 16));
        Initialization.Fill(rowMajor, 1);
        Initialization.Fill(columnMajor, 1);

        columnMajor.ToArray("w").ShouldBe(rowMajor.ToArray("w"));
    }

    [Fact]
    public void Each_tensor_has_its_own_stream()
    {
        var first = new TensorDescription("a", [8], Init.Normal, 1, true);
        var longer = first with { Shape = [9] };
        var second = new TensorDescription("b", [8], Init.Normal, 1, true);
        var store = new TensorStore<double>(16, new TensorLayout(first, 0, 1), new TensorLayout(second, 8, 1));
        var other = new TensorStore<double>(17, new TensorLayout(longer, 0, 1), new TensorLayout(second, 9, 1));
        Initialization.Fill(store, 1);
        Initialization.Fill(other, 1);

        store.ToArray("a").ShouldNotBe(store.ToArray("b"));
        store.ToArray("b").ShouldBe(other.ToArray("b"));
    }

    [Fact]
    public void What_has_no_numbers_is_refused() =>
        Should.Throw<ArgumentException>(() => Draw<double>(Init.Default)).Message.ShouldContain("'w'");

    private static T[] Draw<T>(Init init, double scale = 0, long seed = 1, int[]? shape = null)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var tensor = new TensorDescription("w", shape ?? [Outputs, Inputs], init, scale, true);
        int[] strides = [.. tensor.Shape.Select((_, axis) => tensor.Shape.Skip(axis + 1).Aggregate(1, (product, size) => product * size))];
        var store = new TensorStore<T>(tensor.Length, new TensorLayout(tensor, 0, strides));
        Initialization.Fill(store, seed);
        return store.ToArray("w");
    }
}
