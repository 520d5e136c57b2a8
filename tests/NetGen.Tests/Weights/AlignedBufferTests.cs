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

    private static nint Address<T>(ref T element) => Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref element);
}
