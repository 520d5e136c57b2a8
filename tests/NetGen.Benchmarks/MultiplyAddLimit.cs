using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Benchmarks;

/// <summary>What one core can do: twelve independent chains of multiply-adds that touch no memory.</summary>
internal static class MultiplyAddLimit
{
    private const int Chains = 12;

    /// <summary>Billions of floating-point operations a second, over about <paramref name="steps"/> / 10⁹ · 6 cycles.</summary>
    public static double Measure(int steps)
    {
        double before = ThreadClock.Own();
        int lanes = !(Fma.IsSupported || AdvSimd.IsSupported) ? RunApart128(steps) : Vector512.IsHardwareAccelerated ? Run512(steps) : Run256(steps);
        double seconds = ThreadClock.Own() - before;
        return 2.0 * Chains * lanes * steps / seconds / 1e9;
    }

    /// <summary>Multiplications and additions each by themselves, where they are not one instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int RunApart128(int steps)
    {
        Vector128<float> x = Vector128.Create(0.5f), y = Vector128.Create(1f);
        Vector128<float> a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y, k = y, l = y;
        for (int step = 0; step < steps; step++)
        {
            a = (a * x) + y;
            b = (b * x) + y;
            c = (c * x) + y;
            d = (d * x) + y;
            e = (e * x) + y;
            f = (f * x) + y;
            g = (g * x) + y;
            h = (h * x) + y;
            i = (i * x) + y;
            j = (j * x) + y;
            k = (k * x) + y;
            l = (l * x) + y;
        }

        var sum = a + b + c + d + e + f + g + h + i + j + k + l;
        return sum[0] < 0 ? 0 : Vector128<float>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Run256(int steps)
    {
        Vector256<float> x = Vector256.Create(0.5f), y = Vector256.Create(1f);
        Vector256<float> a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y, k = y, l = y;
        for (int step = 0; step < steps; step++)
        {
            a = Vector256.FusedMultiplyAdd(x, y, a);
            b = Vector256.FusedMultiplyAdd(x, y, b);
            c = Vector256.FusedMultiplyAdd(x, y, c);
            d = Vector256.FusedMultiplyAdd(x, y, d);
            e = Vector256.FusedMultiplyAdd(x, y, e);
            f = Vector256.FusedMultiplyAdd(x, y, f);
            g = Vector256.FusedMultiplyAdd(x, y, g);
            h = Vector256.FusedMultiplyAdd(x, y, h);
            i = Vector256.FusedMultiplyAdd(x, y, i);
            j = Vector256.FusedMultiplyAdd(x, y, j);
            k = Vector256.FusedMultiplyAdd(x, y, k);
            l = Vector256.FusedMultiplyAdd(x, y, l);
        }

        var sum = a + b + c + d + e + f + g + h + i + j + k + l;
        return sum[0] < 0 ? 0 : Vector256<float>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Run512(int steps)
    {
        Vector512<float> x = Vector512.Create(0.5f), y = Vector512.Create(1f);
        Vector512<float> a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y, k = y, l = y;
        for (int step = 0; step < steps; step++)
        {
            a = Vector512.FusedMultiplyAdd(x, y, a);
            b = Vector512.FusedMultiplyAdd(x, y, b);
            c = Vector512.FusedMultiplyAdd(x, y, c);
            d = Vector512.FusedMultiplyAdd(x, y, d);
            e = Vector512.FusedMultiplyAdd(x, y, e);
            f = Vector512.FusedMultiplyAdd(x, y, f);
            g = Vector512.FusedMultiplyAdd(x, y, g);
            h = Vector512.FusedMultiplyAdd(x, y, h);
            i = Vector512.FusedMultiplyAdd(x, y, i);
            j = Vector512.FusedMultiplyAdd(x, y, j);
            k = Vector512.FusedMultiplyAdd(x, y, k);
            l = Vector512.FusedMultiplyAdd(x, y, l);
        }

        var sum = a + b + c + d + e + f + g + h + i + j + k + l;
        return sum[0] < 0 ? 0 : Vector512<float>.Count;
    }
}
