namespace NetGen.Kernels;

/// <summary>
/// The transcendental functions, written once for every width and both element types. They use nothing but operations that IEEE 754
/// defines to the bit (arithmetic, fused multiply-add, comparisons, bits), so that every width and every machine gives the same result.
/// </summary>
/// <remarks>
/// Polynomials are minimax fits made with Remez exchange at 40 to 60 decimal digits, weighted by the relative error of the function's
/// result; the coefficients are then rounded. The errors stated were measured: float against double at every 61st bit pattern,
/// double against 42 digits at 80,000 random points a function, with fused multiply-add.
/// </remarks>
internal static partial class LaneFunctions
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int MantissaBits<T>() => typeof(T) == typeof(float) ? 23 : 52;

    /// <summary>1.5 · 2^mantissa bits: adding it rounds to an integer and leaves that integer in the low bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Rounder<T, V>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        => Real<T, V>(12582912.0, 6755399441055744.0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V One<T, V>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        => V.Broadcast(T.One);

    /// <summary>The sign bit alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Sign<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        => V.And(x, V.Broadcast(T.NegativeZero));

    /// <summary>A constant, rounded to the element type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Real<T, V>(double value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        => V.Broadcast(typeof(T) == typeof(float)
            ? Unsafe.BitCast<float, T>((float)value)
            : Unsafe.BitCast<double, T>(value));

    /// <summary>A constant that differs between the element types.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Real<T, V>(double single, double real)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        => V.Broadcast(typeof(T) == typeof(float)
            ? Unsafe.BitCast<float, T>((float)single)
            : Unsafe.BitCast<double, T>(real));

    /// <summary>A constant given by its bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Bits<T, V>(uint single, ulong real)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        => V.Broadcast(typeof(T) == typeof(float) ? Unsafe.BitCast<uint, T>(single) : Unsafe.BitCast<ulong, T>(real));

    /// <summary>One step of Horner's rule: <c>sum · x + coefficient</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Next<T, V>(V sum, V x, double coefficient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        => V.MultiplyAdd(sum, x, V.Broadcast(typeof(T) == typeof(float)
            ? Unsafe.BitCast<float, T>((float)coefficient)
            : Unsafe.BitCast<double, T>(coefficient)));

    /// <summary>A polynomial in double, the highest coefficient first.</summary>
    /// <remarks>
    /// A loop, where the short ones in float are written out: the just-in-time compiler stops inlining in a method once a budget is
    /// spent, and then every operation left is a call, many times slower.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Polynomial<T, V>(ReadOnlySpan<double> coefficients, V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        V sum = Real<T, V>(coefficients[0]);
        for (int i = 1; i < coefficients.Length; i++)
        {
            sum = Next<T, V>(sum, x, coefficients[i]);
        }

        return sum;
    }
}
