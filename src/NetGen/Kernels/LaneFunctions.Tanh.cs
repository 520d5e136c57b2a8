namespace NetGen.Kernels;

internal static partial class LaneFunctions
{
    /// <summary>The hyperbolic tangent: within 2.6 ulp in float, 2.5 in double; never beyond ±1.</summary>
    /// <remarks>
    /// <c>d / (d + 2)</c> with d = e^2|x| − 1 = p · scale + (scale − 1): nothing is lost near 0, where d is p. The divisor is
    /// <c>p · scale + (scale + 1)</c>, so that it does not wait for d.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tanh<T, V>(V x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        V one = One<T, V>();
        V magnitude = V.Min(V.Abs(x), Real<T, V>(10, 20));
        V p = Split<T, V>(magnitude + magnitude, one, out V scale);
        return V.Or(V.MultiplyAdd(p, scale, scale - one) / V.MultiplyAdd(p, scale, scale + one), Sign<T, V>(x));
    }
}
