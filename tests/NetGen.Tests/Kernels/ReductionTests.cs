using System.Numerics;
using NetGen.Kernels;

namespace NetGen.Tests.Kernels;

/// <summary>Sixteen lanes fold in the documented tree.</summary>
public class ReductionTests
{
    [Fact]
    public void Sums_follow_the_tree()
    {
        Check<float>(static (a, b) => a + b, isSum: true);
        Check<double>(static (a, b) => a + b, isSum: true);
    }

    [Fact]
    public void Maxima_follow_the_tree()
    {
        Check<float>(static (a, b) => a <= b ? b : a, isSum: false);
        Check<double>(static (a, b) => a <= b ? b : a, isSum: false);
    }

    [Fact]
    public void A_different_order_would_be_noticed()
    {
        float[] x = [1e8f, 1, -1e8f, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
        Reduction.Sum(in x[0]).ShouldNotBe(x.Sum());
    }

    private static void Check<T>(Func<T, T, T> join, bool isSum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new System.Random(3);
        for (int round = 0; round < 200; round++)
        {
            T[] x = [.. Enumerable.Range(0, 16).Select(_ => T.CreateTruncating(Math.ScaleB(random.NextDouble() - 0.5, random.Next(30))))];
            T[] tree = [.. x];
            for (int half = 8; half >= 1; half /= 2)
            {
                for (int i = 0; i < half; i++)
                {
                    tree[i] = join(tree[i], tree[i + half]);
                }
            }

            (isSum ? Reduction.Sum(in x[0]) : Reduction.Max(in x[0])).ShouldBe(tree[0]);
        }
    }
}
