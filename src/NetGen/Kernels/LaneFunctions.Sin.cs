namespace NetGen.Kernels;

internal static partial class LaneFunctions
{
    /// <summary>The sine: within 1.6 ulp in float, 1.5 in double for |x| ≤ 10,000.</summary>
    /// <remarks>Beyond that the error grows with |x|; the result stays within ±1.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sin<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        => Wave<T, V>(V.Abs(x), Sign<T, V>(x), V.Broadcast(T.Zero));

    /// <summary>The sine of <paramref name="x"/> ≥ 0 plus quarter turns (an integer in the bits), its sign bit flipped by another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Wave<T, V>(V x, V sign, V quarters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        V shifted = V.MultiplyAdd(x, Real<T, V>(0.6366197723675814), Rounder<T, V>());
        V r = LessQuarters<T, V>(x, shifted - Rounder<T, V>());

        // Only an argument far beyond the range leaves more than a quarter turn; then the result is at least bounded.
        r = V.Max(V.Min(r, Real<T, V>(1)), Real<T, V>(-1));
        V square = r * r;
        V sine = V.MultiplyAdd(r * square, SinTail<T, V>(square), r);
        V cosine = V.MultiplyAdd(square * square, CosTail<T, V>(square), V.MultiplyAdd(square, Real<T, V>(-0.5), One<T, V>()));

        V quadrant = V.AddBits(shifted, quarters);
        V isOdd = V.SubtractBits(V.Broadcast(T.Zero), V.And(quadrant, Bits<T, V>(1, 1)));
        V flip = Sign<T, V>(V.ShiftLeft(quadrant, typeof(T) == typeof(float) ? 30 : 62));
        return V.Xor(V.Select(isOdd, cosine, sine), V.Xor(flip, sign));
    }

    /// <summary><c>x − n · π/2</c>, for n ≤ 8192.</summary>
    /// <remarks>
    /// The product with the first part of π/2 must be exact. Fused multiply-add sees to that; without it the parts are so short that
    /// the product fits.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LessQuarters<T, V>(V x, V n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        if (Hardware.FusesMultiplyAdd)
        {
            x = V.MultiplyAdd(n, Real<T, V>(-1.5707963705062866, -1.5707963267948966), x);
            x = V.MultiplyAdd(n, Real<T, V>(4.371138828673793e-8, -6.123233995736766e-17), x);
            return V.MultiplyAdd(n, Real<T, V>(1.7151245100058819e-15, 1.4973849048591698e-33), x);
        }

        x = V.MultiplyAdd(n, Real<T, V>(-1.5703125, -1.5707963267341256), x);
        x = V.MultiplyAdd(n, Real<T, V>(-4.837512969970703e-4, -6.077100506303966e-11), x);
        x = V.MultiplyAdd(n, Real<T, V>(-7.549533620476723e-8, -2.0222662487111665e-21), x);
        return V.MultiplyAdd(n, Real<T, V>(-2.5633440682570896e-12, -8.4784276603689e-32), x);
    }

    // (sin r − r) / r³ over z = r², |r| ≤ π/4; relative error of the sine 4e-9 and 4e-18.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SinTail<T, V>(V z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        => typeof(T) == typeof(float) ? SinTailSingle<T, V>(z) : Polynomial<T, V>(SinTailDouble, z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SinTailSingle<T, V>(V z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        V sum = Real<T, V>(-0.00019518405f);
        sum = Next<T, V>(sum, z, 0.00833219f);
        sum = Next<T, V>(sum, z, -0.16666655f);
        return sum;
    }

    private static ReadOnlySpan<double> SinTailDouble =>
    [
        1.5896682070823728e-10, -2.50507567175324e-8, 2.7557313687587704e-6, -0.00019841269829813437,
        0.008333333333322455, -0.16666666666666632,
    ];
}
