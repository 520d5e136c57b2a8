namespace NetGen.Kernels;

internal static partial class LaneFunctions
{
    /// <summary><c>1 / (1 + e^−x)</c>: within 2 ulp in float and double, subnormal results included.</summary>
    /// <remarks>
    /// As <c>u / (p · q + (q + u))</c> with e^−x = (1 + p) · 2^n and q = u · 2^n. u is half an ulp of 1, for which no q overflows before the
    /// result is 0. q + u is exact as far as u matters, save where q is 1, and u, half its ulp, is lost: p makes up for that (at 2 it would be a
    /// quarter).
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sigmoid<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        V u = Real<T, V>(5.9604644775390625e-8, 1.1102230246251565e-16);
        x = V.Max(V.Min(x, Real<T, V>(40)), Real<T, V>(-104, -746));
        V shifted = V.MultiplyAdd(x, Real<T, V>(-1.4426950408889634), Rounder<T, V>());
        V n = shifted - Rounder<T, V>();
        V q = V.AddBits(V.ShiftLeft(shifted, MantissaBits<T>()), u);
        V lost = V.And(V.Equal(q, One<T, V>()), u);
        V r = Remainder<T, V>(-x, n);
        return u / V.MultiplyAdd(ShortExpMinusOne<T, V>(r, lost), q, q + u);
    }

    // e^r − 1 + more, |r| ≤ ln 2 / 2, in the shortest time: an error of some ulps does not matter beside 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ShortExpMinusOne<T, V>(V r, V more)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        V square = r * r;
        more = r + more;
        if (typeof(T) == typeof(double))
        {
            return V.MultiplyAdd(square, Polynomial<T, V>(NarrowTailDouble, r), more);
        }

        V high = NarrowPairs<T, V>(r, square, out V low);
        return V.MultiplyAdd(high, square * square, V.MultiplyAdd(low, square, more));
    }
}
