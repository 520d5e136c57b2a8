namespace NetGen.Kernels;

internal static partial class LaneFunctions
{
    /// <summary>
    /// Splits e^x as <c>(1 + p) · scale / unit</c> with <c>scale = unit · 2^n</c>, and returns <c>p = e^r − 1</c>, |r| ≤ ln 2 / 2.
    /// The power must lie among the normal numbers.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Split<T, V>(V x, V unit, out V scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        V shifted = V.MultiplyAdd(x, Real<T, V>(1.4426950408889634), Rounder<T, V>());
        scale = V.AddBits(V.ShiftLeft(shifted, MantissaBits<T>()), unit);
        V n = shifted - Rounder<T, V>();

        V r = Remainder<T, V>(x, n);
        return V.MultiplyAdd(r * r, NarrowTail<T, V>(r), r);
    }

    /// <summary><c>x − n · ln 2</c>, with ln 2 in two parts: n times the first is exact, the second is on its way while that is subtracted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Remainder<T, V>(V x, V n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        => V.MultiplyAdd(n, Real<T, V>(-0.693145751953125, -0.6931471805592082), x) + n * Real<T, V>(-1.428606765330187e-6, -7.371002565167799e-13);

    // (e^r − 1 − r) / r², |r| ≤ ln 2 / 2; relative error of e^r 4e-9 and 2e-17.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NarrowTail<T, V>(V r)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        => typeof(T) == typeof(float) ? NarrowTailSingle<T, V>(r) : Polynomial<T, V>(NarrowTailDouble, r);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NarrowTailSingle<T, V>(V r)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        V square = r * r;
        V high = NarrowPairs<T, V>(r, square, out V low);
        return V.MultiplyAdd(high, square, low);
    }

    // The tail in float as high · r² + low. Pairs by Estrin: a chain of three multiply-adds in place of four, for code that waits for one result.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NarrowPairs<T, V>(V r, V square, out V low)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        low = Next<T, V>(Real<T, V>(0.16666517f), r, 0.49999994f);
        V high = Next<T, V>(Real<T, V>(0.008369193f), r, 0.041668102f);
        return V.MultiplyAdd(Real<T, V>(0.0013838927f), square, high);
    }

    private static ReadOnlySpan<double> NarrowTailDouble =>
    [
        2.5000176887215458e-8, 2.763023582784924e-7, 2.755758593049749e-6, 2.4801493130526273e-5, 0.0001984126950716722,
        0.0013888888943603334, 0.008333333333494144, 0.041666666666530246, 0.16666666666666413, 0.5000000000000011,
    ];
}
