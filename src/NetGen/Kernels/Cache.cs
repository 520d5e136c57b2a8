using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Kernels;

/// <summary>Hints to the caches.</summary>
internal static class Cache
{
    /// <summary>Asks for a line that will be needed soon. Any address will do: one that does not exist is ignored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Fetch<T>(ref T address, nint byteOffset)
        where T : unmanaged
    {
        if (Sse.IsSupported)
            Sse.Prefetch0((byte*)Unsafe.AsPointer(ref address) + byteOffset);
    }

    /// <summary>Whether <see cref="WritePast"/> can begin at a place.</summary>
    public static unsafe bool CanWritePast(void* place) => Avx.IsSupported && ((nuint)place & 63) == 0;

    /// <summary>
    /// Copies whole cache lines to memory without asking for them first: nobody else's copy of them is waited for, and none is kept.
    /// Before others read them, <see cref="FinishWritingPast"/>.
    /// </summary>
    /// <param name="source">The first element.</param>
    /// <param name="destination">Where a line begins.</param>
    /// <param name="count">The number of elements: whole lines.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void WritePast<T>(ref readonly T source, T* destination, int count)
        where T : unmanaged
    {
        for (int i = 0; i < count; i += Vector256<T>.Count)
            Vector256.LoadUnsafe(in source, (nuint)i).StoreAlignedNonTemporal(destination + i);
    }

    /// <summary>Has all that was written past the caches stand in memory before anything that is written from here on.</summary>
    public static void FinishWritingPast() => Sse.StoreFence();
}
