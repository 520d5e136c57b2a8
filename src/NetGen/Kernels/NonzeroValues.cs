using System.Numerics;

namespace NetGen.Kernels;

/// <summary>Which values of a row are not 0.</summary>
internal static class NonzeroValues
{
    /// <summary>Values that one number of 64 bits tells of.</summary>
    public const int Block = 64;

    /// <summary>A bit for each of the first values, at most <see cref="Block"/> of so many, set where one is not 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of<T, V>(ref T values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        if (count < Block)
            return OfLast<T, V>(ref values, count);
        ulong nonzero = 0;
        for (int i = 0; i < Block; i += V.Count)
            nonzero |= (ulong)V.NonzeroBits(V.Load(ref values, i)) << i;
        return nonzero;
    }

    /// <summary>Whether it pays to leave out the products of a row's zeros: at least three of eight values are 0. Shorter rows than a block are not asked.</summary>
    /// <remarks>
    /// Measured on Zen 5, one row, times as fast as with all products, at 3/8, 1/2 and 4/5 zeros: 64-64 in the first cache 1.2, 1.4 and 2.2;
    /// 784-128 in the second 1.0, 1.1 and 3.6 with 16 lanes, 1.4, 1.7 and 4.1 with 8; 256-256 1.5 to 2, 1.8 and 6.5. At 1/4 it is 0.8 to 1.2.
    /// Rows without zeros take as long as if nobody looked.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool AreFew<T, V>(ref T values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        int nonzero = 0;
        for (int first = 0; first < count; first += Block)
            nonzero += BitOperations.PopCount(Of<T, V>(ref Unsafe.Add(ref values, first), count - first));
        return 8L * nonzero <= 5L * count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong OfLast<T, V>(ref T values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        ulong nonzero = 0;
        int i = 0;
        for (; i <= count - V.Count; i += V.Count)
            nonzero |= (ulong)V.NonzeroBits(V.Load(ref values, i)) << i;
        for (; i < count; i++)
            nonzero |= (ulong)Lane<T>.NonzeroBits(Lane<T>.Load(ref values, i)) << i;
        return nonzero;
    }
}
