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

    /// <summary>Writes the lanes of elements <paramref name="first"/>, first + 1, … that lie below <paramref name="end"/>, and no others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBelow<T, V>(V value, ref T destination, nint first, nint end)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        if (end - first >= V.Count)
            V.Store(value, ref destination, first);
        else
            StoreFirst(value, ref Unsafe.Add(ref destination, first), end - first);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreFirst<T, V>(V value, ref T destination, nint count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        ref T lanes = ref Unsafe.As<V, T>(ref value);
        for (nint lane = 0; lane < count; lane++)
            Unsafe.Add(ref destination, lane) = Unsafe.Add(ref lanes, lane);
    }
}
