namespace NetGen.Kernels;

internal static partial class LaneFunctions
{
    /// <summary><c>1 / (1 + e^−x)</c>: within 2.4 ulp in float, 2.2 in double; results below the normal numbers may be 0.</summary>
    /// <remarks>
    /// As <c>e / (1 + e)</c> with e = e^x, which keeps the small results at the negative end. At the lower bound scale's bits come out
    /// as 0, so that what lies beyond it is 0; from 40 on the result is 1.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sigmoid<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        V one = One<T, V>();
        V p = Split<T, V>(V.Max(V.Min(x, Real<T, V>(40)), Real<T, V>(-88, -709)), one, out V scale);
        V e = V.MultiplyAdd(p, scale, scale);
        return e / (one + e);
    }
}
