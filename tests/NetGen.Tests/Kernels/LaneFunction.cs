using System.Numerics;
using NetGen.Kernels;

namespace NetGen.Tests.Kernels;

/// <summary>Applies a function or operation of the lanes, by name, to arrays.</summary>
internal static class LaneFunction
{
    public static readonly string[] Names = ["Exp", "ExpMinusOne", "Log", "LogOnePlus", "Tanh", "Sigmoid", "Erf", "Sin", "Cos"];

    public static T[] Apply<T, V>(string name, T[] x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        => Each<T, V>(x, name switch
        {
            "Exp" => V.Exp,
            "ExpMinusOne" => V.ExpMinusOne,
            "Log" => V.Log,
            "LogOnePlus" => V.LogOnePlus,
            "Tanh" => V.Tanh,
            "Sigmoid" => V.Sigmoid,
            "Erf" => V.Erf,
            "Sin" => V.Sin,
            "Cos" => V.Cos,
            "Abs" => V.Abs,
            "Sqrt" => V.Sqrt,
            "Round" => V.Round,
            "FlushSubnormal" => V.FlushSubnormal,
            "Negate" => static v => -v,
            "ShiftLeft" => static v => V.ShiftLeft(v, 3),
            "ShiftRight" => static v => V.ShiftRight(v, 3),
            _ => throw new ArgumentException(name),
        });

    /// <summary>The array's length must be a multiple of 16.</summary>
    public static T[] Each<T, V>(T[] x, Func<V, V> function)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        var y = new T[x.Length];
        for (nint i = 0; i < x.Length; i += V.Count)
        {
            V.Store(function(V.Load(in x[0], i)), ref y[0], i);
        }

        return y;
    }
}
