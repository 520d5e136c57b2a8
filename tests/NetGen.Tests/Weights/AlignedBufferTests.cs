using System.Runtime.CompilerServices;
using NetGen.Weights;

namespace NetGen.Tests.Weights;

public class AlignedBufferTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void It_starts_at_a_multiple_of_64_and_is_zero(int length)
    {
        for (int i = 0; i < 20; i++)
        {
            var floats = new AlignedBuffer<float>(length);
            var doubles = new AlignedBuffer<double>(length);
            (Address(ref floats.Start) % 64).ShouldBe(0);
            (Address(ref doubles.Start) % 64).ShouldBe(0);
            floats.Span.Length.ShouldBe(length);
            floats.Span.ContainsAnyExcept(0f).ShouldBeFalse();
        }
    }

    [Fact]
    public void A_vector_of_slack_lies_behind_it()
    {
        var buffer = new AlignedBuffer<float>(3);
        for (int i = 0; i < 3 + 16; i++)
        {
            Unsafe.Add(ref buffer.Start, i) = 1;
        }

        buffer.Span.ToArray().ShouldBe([1, 1, 1]);
    }

    [Fact]
    public void A_negative_length_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => new AlignedBuffer<float>(-1));

    [Fact]
    public void What_is_in_use_is_not_collected()
    {
        bool isDone = false;
        var collector = new Thread(() =>
        {
            while (!Volatile.Read(ref isDone))
            {
                GC.Collect();
                var others = Enumerable.Range(0, 100).Select(_ => new AlignedBuffer<long>(Length)).ToList();
                others.ForEach(other => other.Span.Fill(1));
            }
        });
        collector.Start();
        try
        {
            SumAfterLastUse(100_000_000).ShouldBe(0);
        }
        finally
        {
            Volatile.Write(ref isDone, true);
            collector.Join();
        }
    }

    private const int Length = 4096;

    /// <summary>Compiled as a trainer is in the end: what stays the same is read once, before the loop.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static long SumAfterLastUse(int reads)
    {
        var buffer = new AlignedBuffer<long>(Length);
        long sum = 0;
        for (int i = 0; i < reads; i++)
        {
            sum += Unsafe.Add(ref buffer.Start, i % Length);
        }

        return sum;
    }

    private static nint Address<T>(ref T element) => Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref element);
}
