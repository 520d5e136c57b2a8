namespace NetGen.Kernels;

/// <summary>Values of a contraction's left row, each in every lane.</summary>
internal static class LeftValues<T, V>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : struct, ILanes<T, V>
{
    /// <summary>Four values that are so many bytes apart: in one load where they are neighbours, as they are but where the left operand is transposed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Four(ref T first, nint step, out V x0, out V x1, out V x2, out V x3)
    {
        if (step == Unsafe.SizeOf<T>())
        {
            V.BroadcastFour(ref first, out x0, out x1, out x2, out x3);
            return;
        }

        x0 = V.Broadcast(first);
        x1 = V.Broadcast(Unsafe.AddByteOffset(ref first, step));
        x2 = V.Broadcast(Unsafe.AddByteOffset(ref first, 2 * step));
        x3 = V.Broadcast(Unsafe.AddByteOffset(ref first, 3 * step));
    }
}
