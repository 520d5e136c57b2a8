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
        3 when name == "Clamp" => Min(Max(arguments[0], arguments[1]), arguments[2]),
        3 when name == "FusedMultiplyAdd" => (arguments[0] * arguments[1]) + arguments[2],
        _ => null,
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
        "Sinh" => 0.5 * (Exp(x) - Exp(-x)),
        "Cosh" => 0.5 * (Exp(x) + Exp(-x)),
        _ => null,
    };

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
