using System.Runtime.Intrinsics.X86;

namespace NetGen.Kernels;

/// <summary>Hints to the cache.</summary>
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
}
