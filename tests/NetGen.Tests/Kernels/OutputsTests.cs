using NetGen.Kernels;

namespace NetGen.Tests.Kernels;

public class OutputsTests
{
    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(2, -3.0, -4.0, -1.0, -2.0)]
    [InlineData(1, 0.0, 5.0, 5.0)]
    [InlineData(1, double.NaN, -1.0, -2.0)]
    [InlineData(2, 1.0, double.NaN, 2.0)]
    [InlineData(0, double.NaN, double.NaN)]
    [InlineData(1, double.NaN, double.NegativeInfinity)]
    [InlineData(1, double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData(0, double.NegativeInfinity, double.NegativeInfinity)]
    public void The_first_largest_wins_and_NaN_never(int expected, params double[] values) =>
        Outputs.ArgMax<double>(values).ShouldBe(expected);

    [Fact]
    public void No_outputs_have_no_largest() => Should.Throw<ArgumentException>(() => Outputs.ArgMax<float>([]));

    [Theory]
    [InlineData(1.0, 2.0, 3.0)]
    [InlineData(-1000.0, -1000.5)]
    [InlineData(1000.0, 1002.0, 999.0)]
    public void Softmax_is_stable_and_sums_to_1(params double[] logits)
    {
        double largest = logits.Max();
        double sum = logits.Sum(x => Math.Exp(x - largest));
        double[] values = [.. logits];
        Outputs.Softmax<double>(values);

        values.Sum().ShouldBe(1, 1e-15);
        for (int i = 0; i < logits.Length; i++)
        {
            values[i].ShouldBe(Math.Exp(logits[i] - largest) / sum, 1e-15);
        }
    }

    [Fact]
    public void Softmax_in_float_is_that_in_double()
    {
        float[] values = [1, 2, 3];
        Outputs.Softmax<float>(values);
        values[2].ShouldBe(0.66524096f, 1e-6f);
        float[] certain = [float.NegativeInfinity, 0];
        Outputs.Softmax<float>(certain);
        certain.ShouldBe([0, 1]);
    }

    [Fact]
    public void Sigmoid_is_stable()
    {
        double[] values = [0, 1, -1, 1000, -1000];
        Outputs.Sigmoid<double>(values);
        values[0].ShouldBe(0.5);
        values[1].ShouldBe(1 / (1 + Math.Exp(-1)), 1e-15);
        values[2].ShouldBe(1 / (1 + Math.Exp(1)), 1e-15);
        values[3].ShouldBe(1);
        values[4].ShouldBe(0, 1e-300);
    }

    [Fact]
    public void A_NaN_is_not_hidden()
    {
        float[] values = [1, float.NaN];
        Outputs.Softmax<float>(values);
        values.ShouldContain(float.NaN);
    }
}
