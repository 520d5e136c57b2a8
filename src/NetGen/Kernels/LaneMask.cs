namespace NetGen.Kernels;

/// <summary>Masks of the lanes that lie before an end: a window over ones followed by zeros, one load each.</summary>
internal static class LaneMask
{
    private const int Lanes = 16;

    private static ReadOnlySpan<uint> Single =>
    [
        ~0u, ~0u, ~0u, ~0u, ~0u, ~0u, ~0u, ~0u, ~0u, ~0u, ~0u, ~0u, ~0u, ~0u, ~0u, ~0u,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    private static ReadOnlySpan<ulong> Double =>
    [
        ~0ul, ~0ul, ~0ul, ~0ul, ~0ul, ~0ul, ~0ul, ~0ul, ~0ul, ~0ul, ~0ul, ~0ul, ~0ul, ~0ul, ~0ul, ~0ul,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>All bits set in the lanes of elements <paramref name="first"/>, first + 1, … that lie below <paramref name="end"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Below<T, V>(nint first, nint end)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        nint skipped = Math.Clamp(Lanes + first - end, 0, Lanes);
        ref T masks = ref typeof(T) == typeof(float)
            ? ref Unsafe.As<uint, T>(ref MemoryMarshal.GetReference(Single))
            : ref Unsafe.As<ulong, T>(ref MemoryMarshal.GetReference(Double));
        return V.Load(ref masks, skipped);
    }
}
