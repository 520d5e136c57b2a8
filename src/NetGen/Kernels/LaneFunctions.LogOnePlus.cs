namespace NetGen.Kernels;

internal static partial class LaneFunctions
{
    /// <summary><c>log(1 + x)</c>: within 1.4 ulp in float, 1.3 in double.</summary>
    /// <remarks>
    /// The exponent comes from the rounded 1 + x, the mantissa less one from <c>x · 2^−e + (2^−e − 1)</c> in one multiply-add, so that
    /// what rounding took from 1 + x is not lost. For small x that is x itself.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V LogOnePlus<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        V one = One<T, V>();
        V sum = one + x;
        V biased = Exponent<T, V>(sum, out V mantissa);

        // 2^(2 − e), made of bits, is a normal number for every exponent that 1 + x can have; then down to 2^−e. The exponent of
        // the sum over that of its mantissa is the power 2^e.
        V inverse = V.AddBits(V.SubtractBits(mantissa, sum), Bits<T, V>(0x40800000, 0x4010000000000000)) * Real<T, V>(0.25);
        V f = V.MultiplyAdd(x, inverse, inverse - one);
        V result = LogLimits<T, V>(sum, LogOf<T, V>(biased - Real<T, V>(127, 1023), f));

        // The sign of the result is the sign of x: this is for −0.
        return V.Or(result, Sign<T, V>(x));
    }
}
