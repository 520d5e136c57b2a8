using System.Runtime.CompilerServices;
using NetGen.Kernels;
using NetGen.Weights;

namespace NetGen.Benchmarks;

/// <summary>The operands of one shape, and its time.</summary>
internal sealed class ContractionRun<V>
    where V : struct, ILanes<float, V>
{
    private const int Padding = 16;
    private readonly ContractionShape shape;
    private readonly AlignedBuffer<float> left;
    private readonly AlignedBuffer<float> right;
    private readonly AlignedBuffer<float> start;
    private readonly AlignedBuffer<float> result;
    private readonly int padded;

    /// <summary>Fills the operands.</summary>
    public ContractionRun(ContractionShape shape)
    {
        this.shape = shape;
        padded = (shape.Columns + Padding - 1) / Padding * Padding;
        left = Filled(shape.Rows * shape.Depth);
        right = Filled(shape.Depth * padded);
        start = Filled(padded);
        result = new AlignedBuffer<float>(shape.Rows * padded);
    }

    /// <summary>Seconds of one call, over <paramref name="calls"/> of them.</summary>
    public double Measure(int calls)
    {
        double before = ThreadClock.Own();
        for (int call = 0; call < calls; call++)
            Call();
        return (ThreadClock.Own() - before) / calls;
    }

    /// <summary>As many calls as take about <paramref name="seconds"/>.</summary>
    public int CallsIn(double seconds)
    {
        int calls = 1;
        double time;
        while ((time = Measure(calls) * calls) < seconds / 2)
            calls = time < seconds / 100 ? calls * 10 : (int)(calls * seconds / time) + 1;
        return calls;
    }

    private static AlignedBuffer<float> Filled(int length)
    {
        var random = new Random(length);
        var buffer = new AlignedBuffer<float>(length);
        foreach (ref float value in buffer.Span)
            value = random.NextSingle() - 0.5f;
        return buffer;
    }

    private void Call()
    {
        (nint row, nint step) = shape.LeftTransposed ? (1, shape.Rows) : (shape.Depth, 1);
        ref float first = ref shape.LeftTransposed ? ref Unsafe.NullRef<float>() : ref start.Start;
        Contraction.Multiply<float, V>(
            shape.Rows, shape.Columns, shape.Depth, ref left.Start, row, step, ref right.Start, padded, ref first, ref result.Start, padded, shape.PartialSums);
    }
}
