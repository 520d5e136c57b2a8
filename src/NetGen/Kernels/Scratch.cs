using NetGen.Weights;

namespace NetGen.Kernels;

/// <summary>Memory for the values between layers while predicting.</summary>
public static class Scratch
{
    private const int Alignment = 64;

    /// <summary>Elements to take beyond those needed, so that aligning leaves enough and a vector of slack.</summary>
    public const int Slack = 32;

    /// <summary>The first element whose address is a multiple of 64.</summary>
    /// <param name="stack">Memory on the stack, with <see cref="Slack"/> elements more than needed.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe ref T Align<T>(Span<T> stack)
        where T : unmanaged
    {
        ref T first = ref MemoryMarshal.GetReference(stack);
        nuint address = (nuint)Unsafe.AsPointer(ref first);
        return ref Unsafe.AddByteOffset(ref first, (Alignment - (address & (Alignment - 1))) & (Alignment - 1));
    }

    /// <summary>Memory of this thread, for networks whose values do not fit the stack; taken on a thread's first call.</summary>
    /// <param name="length">The number of elements.</param>
    public static ref T OfThread<T>(int length)
        where T : unmanaged =>
        ref AtLeast(ref ThreadMemory<T>.Values, length).Start;

    /// <summary>Memory of this thread for outputs that do not fit the stack, apart from that of <see cref="OfThread"/>.</summary>
    /// <param name="length">The number of elements.</param>
    public static Span<T> OutputsOfThread<T>(int length)
        where T : unmanaged =>
        AtLeast(ref ThreadMemory<T>.Outputs, length).Span[..length];

    private static AlignedBuffer<T> AtLeast<T>(ref AlignedBuffer<T>? memory, int length)
        where T : unmanaged
    {
        if (memory is null || memory.Length < length)
        {
            memory = new AlignedBuffer<T>(length);
        }

        return memory;
    }

    private static class ThreadMemory<T>
        where T : unmanaged
    {
        [ThreadStatic]
        public static AlignedBuffer<T>? Values;

        [ThreadStatic]
        public static AlignedBuffer<T>? Outputs;
    }
}
