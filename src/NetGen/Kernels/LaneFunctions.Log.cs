namespace NetGen.Kernels;

internal static partial class LaneFunctions
{
    /// <summary>The natural logarithm: within 0.9 ulp in float, 0.8 in double, subnormal arguments included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        // Subnormal numbers are brought among the normal ones by 2^25 and 2^54.
        V isSmall = V.Less(x, Bits<T, V>(0x00800000, 0x0010000000000000));
        V normal = V.Select(isSmall, x * Real<T, V>(33554432, 18014398509481984), x);
        V biased = Exponent<T, V>(normal, out V mantissa);
        V exponent = biased - V.Select(isSmall, Real<T, V>(127 + 25, 1023 + 54), Real<T, V>(127, 1023));
        return LogLimits<T, V>(x, LogOf<T, V>(exponent, mantissa - One<T, V>()));
    }

    /// <summary>Splits a positive normal number: its biased exponent as a number, and its mantissa in [√½, √2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Exponent<T, V>(V x, out V mantissa)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        V root = Bits<T, V>(0x3F3504F3, 0x3FE6A09E667F3BCD);
        V moved = V.AddBits(x, V.SubtractBits(One<T, V>(), root));
        mantissa = V.AddBits(V.And(moved, Bits<T, V>(0x007FFFFF, 0x000FFFFFFFFFFFFF)), root);

        // The exponent's bits become the low bits of 2^23 or 2^52.
        V integer = Real<T, V>(8388608, 4503599627370496);
        return V.AddBits(V.ShiftRight(moved, MantissaBits<T>()), integer) - integer;
    }

    /// <summary><c>exponent · ln 2 + log(1 + f)</c>, f in [√½ − 1, √2 − 1).</summary>
    /// <remarks>With s = f / (2 + f): log(1 + f) = f − f²/2 + s · (f²/2 + R(s²)).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LogOf<T, V>(V exponent, V f)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        V s = f / (f + Real<T, V>(2));
        V square = s * s;
        V half = Real<T, V>(0.5) * f * f;
        V sum = V.MultiplyAdd(square, LogTail<T, V>(square), half);
        V low = V.MultiplyAdd(s, sum, exponent * Real<T, V>(1.428606765330187e-6, 7.371002565167799e-13));
        return V.MultiplyAdd(exponent, Real<T, V>(0.693145751953125, 0.6931471805592082), f - (half - low));
    }

    /// <summary>The values at and beyond the ends: −∞ at 0, ∞ at ∞, NaN below 0 and at NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LogLimits<T, V>(V x, V result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        V zero = V.Broadcast(T.Zero);
        V outside = V.Select(V.Equal(x, zero), V.Broadcast(T.NegativeInfinity), V.Broadcast(T.NaN));
        result = V.Select(V.Less(zero, x), result, outside);
        return V.Select(V.Less(x, V.Broadcast(T.PositiveInfinity)), result, x);
    }

    // (log((1 + s) / (1 − s)) − 2s) / s³ over z = s², |s| ≤ 3 − 2√2; relative error of the logarithm 8e-10 and 1.2e-18.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LogTail<T, V>(V z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        => typeof(T) == typeof(float) ? LogTailSingle<T, V>(z) : Polynomial<T, V>(LogTailDouble, z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LogTailSingle<T, V>(V z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        V sum = Real<T, V>(0.29870927f);
        sum = Next<T, V>(sum, z, 0.3997758f);
        sum = Next<T, V>(sum, z, 0.66666776f);
        return sum;
    }

    private static ReadOnlySpan<double> LogTailDouble =>
    [
        0.14795743014387458, 0.1531407501973177, 0.18183563185847407, 0.22222198599699644, 0.28571428742067784,
        0.39999999999416536, 0.6666666666666734,
    ];
}
