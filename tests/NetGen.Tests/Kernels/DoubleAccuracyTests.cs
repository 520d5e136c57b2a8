using NetGen.Kernels;

namespace NetGen.Tests.Kernels;

/// <summary>Every function in double: a table of true values, and a dense sweep against <see cref="Reference"/>.</summary>
public class DoubleAccuracyTests
{
    public static TheoryData<string> Functions => [.. LaneFunction.Names];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Agrees_with_200_bits(string name)
    {
        var rows = Golden.Values.Where(row => row.Name == name).ToArray();
        rows.Length.ShouldBeGreaterThan(15);
        foreach (var (_, x, y) in rows)
        {
            double actual = LaneFunction.Apply<double, Lane<double>>(name, [x])[0];
            Ulp.Error(actual, y).ShouldBeLessThanOrEqualTo(2, $"{name}({x:R}) = {y:R}, got {actual:R}");
        }
    }

    [Theory]
    [InlineData("Exp", -740, 709)]
    [InlineData("ExpMinusOne", -40, 709)]
    [InlineData("Log", 1e-300, 10)]
    [InlineData("LogOnePlus", -0.99, 30)]
    [InlineData("Tanh", -22, 22)]
    [InlineData("Sigmoid", -700, 50)]
    [InlineData("Erf", -6.2, 6.2)]
    [InlineData("Sin", -10_000, 10_000)]
    [InlineData("Cos", -10_000, 10_000)]
    public void Is_close_everywhere(string name, double from, double to)
    {
        const int Count = 1 << 13;
        double[] x = [.. Enumerable.Range(0, Count).Select(i => from + ((to - from) * i / Count))];
        double[] y = LaneFunction.Apply<double, Lanes256<double>>(name, x);
        var (error, where) = x.Select((v, i) => (Ulp.Error(y[i], Reference.Apply(name, v)), v)).Max();

        // The reference itself is some ulps off; a wrong branch or coefficient shows as thousands.
        error.ShouldBeLessThanOrEqualTo(8, $"{name}({where:R})");
    }
}
