using NetGen.Kernels;

namespace NetGen.Tests.Kernels;

/// <summary>The documented corner cases of the plain operations.</summary>
public class LaneSemanticsTests
{
    [Fact]
    public void Max_and_min_keep_a_nan_on_the_left_and_drop_one_on_the_right()
    {
        ScalarMath.Max(float.NaN, 1).ShouldBe(float.NaN);
        ScalarMath.Max(1, float.NaN).ShouldBe(1);
        ScalarMath.Min(double.NaN, 1).ShouldBe(double.NaN);
        ScalarMath.Min(1, double.NaN).ShouldBe(1);
    }

    [Fact]
    public void Max_and_min_of_equal_zeros_give_the_left_one()
    {
        float.IsNegative(ScalarMath.Max(0f, -0f)).ShouldBeFalse();
        float.IsNegative(ScalarMath.Max(-0f, 0f)).ShouldBeTrue();
        double.IsNegative(ScalarMath.Min(-0.0, 0.0)).ShouldBeTrue();
    }

    [Fact]
    public void Multiply_add_rounds_once_where_the_hardware_can()
    {
        float x = 1 + float.ScaleB(1, -23);
        bool isFused = System.Runtime.Intrinsics.X86.Fma.IsSupported || System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported;
        ScalarMath.MultiplyAdd(x, x, -(x * x)).ShouldBe(isFused ? float.ScaleB(1, -46) : 0);
    }

    [Fact]
    public void Round_takes_halves_to_even()
    {
        LaneFunction.Apply<float, Lane<float>>("Round", [0.5f, 1.5f, 2.5f, -0.5f]).ShouldBe([0f, 2f, 2f, -0f]);
        LaneFunction.Apply<double, Lane<double>>("Round", [0.5, 1.5, 2.5, 1e300]).ShouldBe([0.0, 2.0, 2.0, 1e300]);
    }

    [Fact]
    public void Flushing_takes_subnormal_numbers_alone()
    {
        float least = float.ScaleB(1, -126);
        LaneFunction.Apply<float, Lane<float>>("FlushSubnormal", [least, -least, float.BitDecrement(least), -float.Epsilon, float.NaN, float.NegativeInfinity])
            .ShouldBe([least, -least, 0, 0, float.NaN, float.NegativeInfinity]);
        double leastDouble = double.ScaleB(1, -1022);
        LaneFunction.Apply<double, Lane<double>>("FlushSubnormal", [leastDouble, -leastDouble, double.BitDecrement(leastDouble), -double.Epsilon, double.NaN])
            .ShouldBe([leastDouble, -leastDouble, 0, 0, double.NaN]);
    }

    [Fact]
    public void Scalar_mathematics_has_the_bits_of_the_vectors()
    {
        float[] x = [.. Enumerable.Range(0, 1024).Select(static i => (i - 512) * 0.013f)];
        LaneFunction.Apply<float, Lanes256<float>>("Tanh", x).ShouldBe(x.Select(ScalarMath.Tanh));
        LaneFunction.Apply<float, Lanes256<float>>("Sigmoid", x).ShouldBe(x.Select(ScalarMath.Sigmoid));
        LaneFunction.Apply<float, Lanes256<float>>("Erf", x).ShouldBe(x.Select(ScalarMath.Erf));
        double[] r = [.. x.Select(static v => (double)v)];
        LaneFunction.Apply<double, Lanes256<double>>("Exp", r).ShouldBe(r.Select(ScalarMath.Exp));
        LaneFunction.Apply<double, Lanes256<double>>("Sin", r).ShouldBe(r.Select(ScalarMath.Sin));
        LaneFunction.Apply<double, Lanes256<double>>("LogOnePlus", r).ShouldBe(r.Select(ScalarMath.LogOnePlus));
    }
}
