namespace NetGen.Weights;

/// <summary>Zeroed memory that starts at a multiple of 64 bytes, does not move and needs no disposal.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class AlignedBuffer<T>
    where T : unmanaged
{
    private const int Alignment = 64;
    private readonly T[] array;
    private readonly nuint offset;

    /// <summary>Takes memory for <paramref name="length"/> elements, and one vector of slack behind them.</summary>
    /// <param name="length">The number of elements; 0 is allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative, or more than <see cref="MostElements"/>.</exception>
    public unsafe AlignedBuffer(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MostElements);
        array = GC.AllocateArray<T>((int)length + 2 * Slack, pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        offset = ((address + Alignment - 1) / Alignment * Alignment) - address;
        Length = (int)length;
    }

    /// <summary>The most elements that a buffer can have.</summary>
    public static int MostElements => Array.MaxLength - 2 * Slack;

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>The first element; its address is a multiple of 64.</summary>
    /// <remarks>The array is pinned, and the reference one into it, so that it lives as long as either.</remarks>
    public ref T Start => ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(array), offset);

    /// <summary>All elements.</summary>
    public Span<T> Span => MemoryMarshal.CreateSpan(ref Start, Length);

    private static int Slack => Alignment / Unsafe.SizeOf<T>();
}
