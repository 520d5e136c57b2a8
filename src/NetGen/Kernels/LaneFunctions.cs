namespace NetGen.Kernels;

/// <summary>The transcendental functions, written once for every width. Temporary bodies: element by element.</summary>
internal static class LaneFunctions
{
    public static V Exp<T, V>(V x) where T : unmanaged, IBinaryFloatingPointIeee754<T> where V : struct, ILanes<T, V> => Each<T, V>(x, T.Exp);

    public static V ExpMinusOne<T, V>(V x) where T : unmanaged, IBinaryFloatingPointIeee754<T> where V : struct, ILanes<T, V> => Each<T, V>(x, T.ExpM1);

    public static V Log<T, V>(V x) where T : unmanaged, IBinaryFloatingPointIeee754<T> where V : struct, ILanes<T, V> => Each<T, V>(x, T.Log);

    public static V LogOnePlus<T, V>(V x) where T : unmanaged, IBinaryFloatingPointIeee754<T> where V : struct, ILanes<T, V> => Each<T, V>(x, T.LogP1);

    public static V Tanh<T, V>(V x) where T : unmanaged, IBinaryFloatingPointIeee754<T> where V : struct, ILanes<T, V> => Each<T, V>(x, T.Tanh);

    public static V Sin<T, V>(V x) where T : unmanaged, IBinaryFloatingPointIeee754<T> where V : struct, ILanes<T, V> => Each<T, V>(x, T.Sin);

    public static V Cos<T, V>(V x) where T : unmanaged, IBinaryFloatingPointIeee754<T> where V : struct, ILanes<T, V> => Each<T, V>(x, T.Cos);

    public static V Sigmoid<T, V>(V x) where T : unmanaged, IBinaryFloatingPointIeee754<T> where V : struct, ILanes<T, V> => Each<T, V>(x, static x => T.One / (T.One + T.Exp(-x)));

    public static V Erf<T, V>(V x) where T : unmanaged, IBinaryFloatingPointIeee754<T> where V : struct, ILanes<T, V> => Each<T, V>(x, static x => T.CreateTruncating(TemporaryErf(double.CreateTruncating(x))));

    private static double TemporaryErf(double x)
    {
        double sum = x, term = x;
        for (int n = 1; n < 200; n++)
        {
            term *= -x * x / n;
            sum += term / ((2 * n) + 1);
        }

        return Math.Abs(x) > 5 ? Math.Sign(x) : sum * 2 / Math.Sqrt(Math.PI);
    }

    private static V Each<T, V>(V x, Func<T, T> function)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        Span<T> values = stackalloc T[16];
        V.Store(x, ref values[0], 0);
        for (int i = 0; i < V.Count; i++)
        {
            values[i] = function(values[i]);
        }

        return V.Load(ref values[0], 0);
    }
}
