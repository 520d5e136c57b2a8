using NetGen.Kernels;

namespace NetGen.Tests.Kernels;

/// <summary>Every function in float over all its range: a dense stride of bit patterns against double.</summary>
public class SingleAccuracyTests
{
    // Odd, so that every residue of the low bits comes up; 2^32 / Stride is 131,000 numbers.
    private const uint Stride = 32_749;

    [Theory]
    [InlineData("Exp", 1.6)]
    [InlineData("ExpMinusOne", 1.5)]
    [InlineData("Log", 0.9)]
    [InlineData("LogOnePlus", 1.5)]
    [InlineData("Tanh", 1.5)]
    [InlineData("Sigmoid", 2)]
    [InlineData("Erf", 1.8)]
    [InlineData("Sin", 1.6)]
    [InlineData("Cos", 1.6)]
    public void Is_within_its_bound(string name, double bound)
    {
        float[] x = [.. Arguments(name)];
        float[] y = LaneFunction.Apply<float, Lanes256<float>>(name, x);
        double worst = 0;
        float where = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double truth = Reference.Apply(name, x[i]);
            double error = Ulp.Error(y[i], truth);
            (worst, where) = error > worst ? (error, x[i]) : (worst, where);
        }

        worst.ShouldBeLessThanOrEqualTo(bound, $"{name}({where:R})");
        worst.ShouldBeGreaterThan(bound / 2, "the bound says nothing");
    }

    [Theory]
    [InlineData("Sin")]
    [InlineData("Cos")]
    public void Waves_stay_bounded_where_they_are_not_accurate(string name)
    {
        float[] x = [.. Enumerable.Range(0, 1 << 13).Select(static i => BitConverter.Int32BitsToSingle(i * 262_139))];
        float[] y = LaneFunction.Apply<float, Lanes256<float>>(name, x);
        y.Where((v, i) => float.IsFinite(x[i]) && !(Math.Abs(v) <= 1)).ShouldBeEmpty();
    }

    private static IEnumerable<float> Arguments(string name)
    {
        bool isWave = name is "Sin" or "Cos";
        for (ulong bits = 0; bits < 0x1_0000_0000 - (16 * Stride); bits += Stride)
        {
            float x = BitConverter.UInt32BitsToSingle((uint)bits);
            yield return isWave && Math.Abs(x) > 10_000 ? x % 10_000 : x;
        }

        // To a multiple of 16.
        for (ulong count = (0x1_0000_0000 - (16 * Stride) + Stride - 1) / Stride; count % 16 != 0; count++)
        {
            yield return 1;
        }
    }
}
