using System;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Algebra;

namespace NetGen.Generator.Parsing;

/// <summary>The functions of <c>Math</c> and its kin that a user's activation may call.</summary>
internal static class MathFunctions
{
    public static bool IsOwner(INamedTypeSymbol type) =>
        IntegerArithmetic.IsReal(type)
        || type is { Name: "Math" or "MathF", ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    public static Expression? Call(string name, Expression[] arguments) => arguments.Length switch
    {
        1 => CallOne(name, arguments[0]),
        2 => CallTwo(name, arguments[0], arguments[1]),
        3 when name == "Clamp" && !(arguments[1] is Constant least && arguments[2] is Constant largest && least.Value > largest.Value) =>
            Min(Max(arguments[0], arguments[1]), arguments[2]),
        3 when name == "FusedMultiplyAdd" => (arguments[0] * arguments[1]) + arguments[2],
        _ => null,
    };

    /// <summary>Why a call cannot be read.</summary>
    public static string ComplaintOf(string name) => name switch
    {
        "Pow" => "an exponent must be a constant that is 0.5 or a whole number from -64 to 64",
        "Log" => "a logarithm can have one argument",
        "Clamp" => "its least value must not be above its largest",
        _ => "this function is not known",
    };

    private static Expression? CallOne(string name, Expression x) => name switch
    {
        "Exp" => Exp(x),
        "ExpM1" => Algebra.Call(Function.ExpMinusOne, x),
        "Log" => Log(x),
        "LogP1" => Algebra.Call(Function.LogOnePlus, x),
        "Sqrt" => Sqrt(x),
        "Abs" => Abs(x),
        "Sign" => Sign(x),
        "Tanh" => Tanh(x),
        "Sin" => Algebra.Call(Function.Sin, x),
        "Cos" => Algebra.Call(Function.Cos, x),
        "Sinh" => Sinh(x),
        "Cosh" => Cosh(x),
        _ => null,
    };

    /// <summary>Near 0, where a difference of exponentials cancels, with <c>e = exp(x) − 1</c>: half of <c>e + e / (1 + e)</c>.</summary>
    private static Expression Sinh(Expression x)
    {
        var excess = Algebra.Call(Function.ExpMinusOne, x);
        return Choose(Less(Abs(x), 1), 0.5 * (excess + (excess / (1 + excess))), 0.5 * (Exp(x) - Exp(-x)));
    }

    /// <summary>Likewise <c>1 + e² / (1 + e) / 2</c>, whose derivative does not cancel near 0 either.</summary>
    private static Expression Cosh(Expression x)
    {
        var excess = Algebra.Call(Function.ExpMinusOne, x);
        return Choose(Less(Abs(x), 1), 1 + (0.5 * (Square(excess) / (1 + excess))), 0.5 * (Exp(x) + Exp(-x)));
    }

    private static Expression? CallTwo(string name, Expression x, Expression y) => (name, y) switch
    {
        ("Max", _) => x is Constant ? Max(y, x) : Max(x, y),
        ("Min", _) => x is Constant ? Min(y, x) : Min(x, y),
        ("Pow", Constant { Value: 0.5 }) => Sqrt(x),
        ("Pow", Constant exponent) when exponent.Value == Math.Round(exponent.Value) && Math.Abs(exponent.Value) <= 64 =>
            Power(x, (int)exponent.Value),
        _ => null,
    };
}
