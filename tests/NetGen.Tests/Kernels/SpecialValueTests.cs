using System.Numerics;
using NetGen.Kernels;
using NetGen.Weights;

namespace NetGen.Tests.Kernels;

/// <summary>What each function gives at the ends of its range, at both zeros and at NaN: bit for bit.</summary>
public class SpecialValueTests
{
    private const double Infinity = double.PositiveInfinity;

    [Theory]
    [InlineData("Exp", 0.0, 1.0, -0.0, 1.0, Infinity, Infinity, -Infinity, 0.0, 800.0, Infinity, -800.0, 0.0)]
    [InlineData("ExpMinusOne", 0.0, 0.0, -0.0, -0.0, Infinity, Infinity, -Infinity, -1.0, 800.0, Infinity, -800.0, -1.0)]
    [InlineData("Log", 0.0, -Infinity, -0.0, -Infinity, Infinity, Infinity, -1.0, double.NaN, -Infinity, double.NaN, 1.0, 0.0)]
    [InlineData("LogOnePlus", 0.0, 0.0, -0.0, -0.0, Infinity, Infinity, -1.0, -Infinity, -2.0, double.NaN, -Infinity, double.NaN)]
    [InlineData("Tanh", 0.0, 0.0, -0.0, -0.0, Infinity, 1.0, -Infinity, -1.0, 30.0, 1.0, -30.0, -1.0)]
    [InlineData("Sigmoid", 0.0, 0.5, -0.0, 0.5, Infinity, 1.0, -Infinity, 0.0, 100.0, 1.0, -800.0, 0.0)]
    [InlineData("Erf", 0.0, 0.0, -0.0, -0.0, Infinity, 1.0, -Infinity, -1.0, 7.0, 1.0, -7.0, -1.0)]
    [InlineData("Sin", 0.0, 0.0, -0.0, -0.0, Infinity, double.NaN, -Infinity, double.NaN)]
    [InlineData("Cos", 0.0, 1.0, -0.0, 1.0, Infinity, double.NaN, -Infinity, double.NaN)]
    public void Are_exact(string name, params double[] pairs)
    {
        for (int i = 0; i < pairs.Length; i += 2)
        {
            Check<float>(name, pairs[i], pairs[i + 1]);
            Check<double>(name, pairs[i], pairs[i + 1]);
        }

        Check<float>(name, double.NaN, double.NaN);
        Check<double>(name, double.NaN, double.NaN);
    }

    [Fact]
    public void A_norm_that_is_no_number_makes_the_scale_none_either()
    {
        var gradients = new TensorStore<double>(2, new TensorLayout(new("a", [2], Init.Constant, 0, false), 0, 1));
        gradients.Write("a", [3, double.NaN]);
        GradientNorm.ClipScale<double, Lane<double>>(gradients, 1).ShouldBe(double.NaN);
        gradients.Write("a", [3, 4]);
        GradientNorm.ClipScale<double, Lane<double>>(gradients, 1).ShouldBe(0.2, 1e-6);
        GradientNorm.ClipScale<double, Lane<double>>(gradients, 6).ShouldBe(1);
    }

    [Theory]
    [InlineData("ExpMinusOne", 1)]
    [InlineData("LogOnePlus", 1)]
    [InlineData("Tanh", 1)]
    [InlineData("Sin", 1)]
    public void Tiny_arguments_come_back(string name, int factor)
    {
        foreach (double x in (double[])[double.Epsilon, 1e-310, 1e-300, -1e-30])
        {
            LaneFunction.Apply<double, Lane<double>>(name, [x])[0].ShouldBe(factor * x);
        }

        LaneFunction.Apply<float, Lane<float>>(name, [float.Epsilon])[0].ShouldBe(factor * float.Epsilon);
    }

    [Fact]
    public void Exp_reaches_into_the_subnormal_numbers_and_up_to_the_largest()
    {
        ScalarMath.Exp(-103f).ShouldBe((float)Math.Exp(-103));
        ScalarMath.Exp(-745.0).ShouldBe(double.Epsilon);
        ScalarMath.Exp(88.72f).ShouldBeInRange(3.3e38f, float.MaxValue);
        ScalarMath.Exp(709.78).ShouldBeInRange(1.79e308, double.MaxValue);
        ScalarMath.Log(float.Epsilon).ShouldBe((float)(-149 * Math.Log(2)));
        ScalarMath.LogOnePlus(float.MaxValue).ShouldBe((float)(128 * Math.Log(2)));
    }

    private static void Check<T>(string name, double x, double y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T actual = LaneFunction.Apply<T, Lane<T>>(name, [T.CreateTruncating(x)])[0];
        T expected = T.CreateTruncating(y);
        bool isSame = T.IsNaN(expected) ? T.IsNaN(actual) : actual == expected && T.IsNegative(actual) == T.IsNegative(expected);
        isSame.ShouldBeTrue($"{name}({x}) in {typeof(T).Name} is {actual}, not {y}");
    }
}
