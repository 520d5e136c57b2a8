using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.Weights;

namespace NetGen.Benchmarks;

/// <summary>How long one core takes to read so many bytes again and again: what a single prediction cannot be faster than, which uses each weight once.</summary>
internal sealed class ReadLimit(int bytes)
{
    private const int Accumulators = 8;
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
            sink[0] += Read(buffer.Span);
        }

        return (ThreadClock.Own() - before) / passes;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Read(ReadOnlySpan<float> values)
    {
        ref float first = ref MemoryMarshal.GetReference(values);
        Vector256<float> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        nuint step = (nuint)(Accumulators * Vector256<float>.Count);
        for (nuint i = 0; i < (nuint)values.Length; i += step)
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
}
