namespace NetGen.Kernels;

internal static partial class LaneFunctions
{
    /// <summary><c>1 / (1 + e^−x)</c>: within 2.4 ulp in float, 2.2 in double; results below the normal numbers may be 0.</summary>
    /// <remarks>
    /// As <c>(1 + p) / ((1 + p) + 2^−n)</c> with e^x = (1 + p) · 2^n: what the division waits for is one addition behind p. At the lower
    /// bound 2^−n is infinite, so that what lies beyond it is 0; from 40 on the result is 1.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sigmoid<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        V one = One<T, V>();
        V p = Split<T, V>(V.Max(V.Min(x, Real<T, V>(40)), Real<T, V>(-88.5, -709.5)), out V power);
        return (one + p) / (p + (one + V.SubtractBits(one, power)));
    }
}
