using System;

namespace NetGen.Generator.Expressions;

/// <summary>Writes expressions as mathematics, for comments.</summary>
internal static class Formula
{
    public static string NameOf(Function function) => function switch
    {
        Function.ExpMinusOne => "expm1",
        Function.LogOnePlus => "log1p",
        _ => function.ToString().ToLowerInvariant(),
    };

    public static string SymbolOf(Relation relation) => relation switch
    {
        Relation.Less => "<",
        Relation.LessOrEqual => "≤",
        Relation.Equal => "=",
        _ => throw new ArgumentOutOfRangeException(nameof(relation)),
    };

    public static string Of(Combine combine) => combine.Operator switch
    {
        Operator.Add => $"{combine.Left} + {combine.Right}",
        Operator.Subtract => $"{combine.Left} − {NestedSum(combine.Right)}",
        Operator.Multiply => $"{NestedSum(combine.Left)} · {NestedSum(combine.Right)}",
        Operator.Divide => $"{NestedSum(combine.Left)} / {Nested(combine.Right)}",
        _ => $"{combine.Operator.ToString().ToLowerInvariant()}({combine.Left}, {combine.Right})",
    };

    /// <summary>Puts operators in parentheses.</summary>
    public static string Nested(Expression expression) =>
        expression is Combine { Operator: <= Operator.Divide } ? $"({expression})" : expression.ToString();

    private static string NestedSum(Expression expression) =>
        expression is Combine { Operator: Operator.Add or Operator.Subtract } ? $"({expression})" : expression.ToString();
}
