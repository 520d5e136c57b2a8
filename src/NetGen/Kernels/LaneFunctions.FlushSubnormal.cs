namespace NetGen.Kernels;

internal static partial class LaneFunctions
{
    /// <summary>0 where the magnitude is below the least normal number, which is 2^−126 in float and 2^−1022 in double; else the value, NaN too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V FlushSubnormal<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        => V.Select(V.Less(V.Abs(x), Real<T, V>(1.1754943508222875e-38, 2.2250738585072014e-308)), V.Broadcast(T.Zero), x);
}
