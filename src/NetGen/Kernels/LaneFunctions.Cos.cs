namespace NetGen.Kernels;

internal static partial class LaneFunctions
{
    /// <summary>The cosine: within 1.6 ulp in float, 1.6 in double for |x| ≤ 10,000.</summary>
    /// <remarks>Beyond that the error grows with |x|; the result stays within ±1.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cos<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        => Wave<T, V>(V.Abs(x), V.Broadcast(T.Zero), Bits<T, V>(1, 1));

    // (cos r − 1 + r²/2) / r⁴ over z = r², |r| ≤ π/4; error of the cosine 1.1e-10 and 5e-20.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V CosTail<T, V>(V z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        => typeof(T) == typeof(float) ? CosTailSingle<T, V>(z) : Polynomial<T, V>(CosTailDouble, z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V CosTailSingle<T, V>(V z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        V sum = Real<T, V>(2.443067e-5f);
        sum = Next<T, V>(sum, z, -0.0013887301f);
        sum = Next<T, V>(sum, z, 0.041666646f);
        return sum;
    }

    private static ReadOnlySpan<double> CosTailDouble =>
    [
        -1.1359802586122214e-11, 2.0875727060713776e-9, -2.7557314387478407e-7, 2.4801587289636327e-5,
        -0.0013888888888874441, 0.0416666666666666,
    ];
}
