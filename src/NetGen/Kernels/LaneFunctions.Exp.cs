namespace NetGen.Kernels;

internal static partial class LaneFunctions
{
    /// <summary><c>e^x</c>: within 1.6 ulp in float, 1.4 in double, subnormal results included.</summary>
    /// <remarks>
    /// x = 2m · ln 2 + r, |r| ≤ ln 2. The even power is applied as 2^m twice: each factor is a normal number also where the result
    /// overflows or is subnormal, and the result is rounded once.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        x = V.Max(V.Min(x, Real<T, V>(89, 710)), Real<T, V>(-104, -746));
        V shifted = V.MultiplyAdd(x, Real<T, V>(0.7213475204444817), Rounder<T, V>());
        V m = shifted - Rounder<T, V>();
        V r = V.MultiplyAdd(m, Real<T, V>(-1.38629150390625, -1.3862943611184164), x);
        r = V.MultiplyAdd(m, Real<T, V>(-2.857213530660374e-6, -1.4742005130335598e-12), r);
        V e = V.MultiplyAdd(WideTail<T, V>(r), r, One<T, V>());
        e = V.MultiplyAdd(e, r, One<T, V>());
        V scale = V.AddBits(V.ShiftLeft(shifted, MantissaBits<T>()), One<T, V>());
        return e * scale * scale;
    }

    // (e^r − 1 − r) / r², |r| ≤ ln 2; relative error of e^r 1.5e-8 and 1.2e-17.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V WideTail<T, V>(V r)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        => typeof(T) == typeof(float) ? WideTailSingle<T, V>(r) : Polynomial<T, V>(WideTailDouble, r);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V WideTailSingle<T, V>(V r)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        // Pairs by Estrin: a chain of three multiply-adds in place of five, for code that waits for one result.
        V square = r * r;
        V high = Next<T, V>(Real<T, V>(0.0001964416f), r, 0.0014106178f);
        V middle = Next<T, V>(Real<T, V>(0.008335909f), r, 0.04166117f);
        V low = Next<T, V>(Real<T, V>(0.16666616f), r, 0.50000036f);
        middle = V.MultiplyAdd(high, square, middle);
        return V.MultiplyAdd(middle, square, low);
    }

    private static ReadOnlySpan<double> WideTailDouble =>
    [
        1.5935607236443167e-10, 2.1062261230873683e-9, 2.5055031094156743e-8, 2.7556158952127806e-7,
        2.755730067626299e-6, 2.480159082561315e-5, 0.00019841269892676653, 0.0013888888883586247, 0.008333333333270087,
        0.041666666666702004, 0.16666666666666935, 0.4999999999999993,
    ];
}
