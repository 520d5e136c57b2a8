namespace NetGen.Kernels;

internal static partial class LaneFunctions
{
    /// <summary><c>e^x − 1</c>: within 1.5 ulp in float, 2 in double.</summary>
    /// <remarks>Computed as <c>2 · (p · h + (h − ½))</c> with h = 2^(n − 1), which stays finite until the result overflows.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ExpMinusOne<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        V half = Real<T, V>(0.5);
        V within = V.Max(V.Min(x, Real<T, V>(89, 710)), Real<T, V>(-20, -40));
        V p = Split<T, V>(within, half, out V scale);
        V result = V.MultiplyAdd(p, scale, scale - half);

        // Halves of the smallest numbers are lost, and −0 would come out as 0.
        V isTiny = V.Less(V.Abs(x), Real<T, V>(8.673617379884035e-19));
        return V.Select(isTiny, x, result + result);
    }
}
