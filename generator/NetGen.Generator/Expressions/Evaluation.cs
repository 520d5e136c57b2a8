using System;

namespace NetGen.Generator.Expressions;

/// <summary>Computes functions of constants at compile time.</summary>
internal static class Evaluation
{
    public static Expression Of(Function function, double x) => function switch
    {
        Function.Negate => -x,
        Function.Abs => Math.Abs(x),
        Function.Sqrt => Math.Sqrt(x),
        Function.Exp => Math.Exp(x),
        Function.Log => Math.Log(x),
        _ => new Apply(function, new Constant(x)),
    };
}
