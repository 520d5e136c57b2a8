using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.Weights;

namespace NetGen.Benchmarks;

/// <summary>How long one core takes to read so many bytes again and again: what a single prediction cannot be faster than, which uses each weight once.</summary>
internal sealed class ReadLimit(int bytes)
{
    private const double SecondsOfMeasure = 0.002;
    private readonly AlignedBuffer<float> buffer = new((bytes / sizeof(float) + 255) / 256 * 256);

    /// <summary>The seconds of one pass.</summary>
    public double Measure()
    {
        float[] sink = [0];
        int passes = Math.Max(1, (int)(SecondsOfMeasure * 50e9 / bytes));
        double before = ThreadClock.Own();
        for (int pass = 0; pass < passes; pass++)
        {
            sink[0] += Vector512.IsHardwareAccelerated ? Read512(buffer.Span) : Read256(buffer.Span);
        }

        return (ThreadClock.Own() - before) / passes;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Read256(ReadOnlySpan<float> values)
    {
        ref float first = ref MemoryMarshal.GetReference(values);
        Vector256<float> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        for (nuint i = 0; i < (nuint)values.Length; i += 64)
        {
            a += Vector256.LoadUnsafe(ref first, i);
            b += Vector256.LoadUnsafe(ref first, i + 8);
            c += Vector256.LoadUnsafe(ref first, i + 16);
            d += Vector256.LoadUnsafe(ref first, i + 24);
            e += Vector256.LoadUnsafe(ref first, i + 32);
            f += Vector256.LoadUnsafe(ref first, i + 40);
            g += Vector256.LoadUnsafe(ref first, i + 48);
            h += Vector256.LoadUnsafe(ref first, i + 56);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Read512(ReadOnlySpan<float> values)
    {
        ref float first = ref MemoryMarshal.GetReference(values);
        Vector512<float> a = default, b = default, c = default, d = default;
        for (nuint i = 0; i < (nuint)values.Length; i += 64)
        {
            a += Vector512.LoadUnsafe(ref first, i);
            b += Vector512.LoadUnsafe(ref first, i + 16);
            c += Vector512.LoadUnsafe(ref first, i + 32);
            d += Vector512.LoadUnsafe(ref first, i + 48);
        }

        return Vector512.Sum(a + b + c + d);
    }
}
