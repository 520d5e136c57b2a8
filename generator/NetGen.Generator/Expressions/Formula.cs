using System;
using System.Globalization;

namespace NetGen.Generator.Expressions;

/// <summary>Writes expressions as mathematics, for comments.</summary>
internal static class Formula
{
    /// <summary>How far rounding takes a constant such as 1 − 0.9 from the decimal that it stands for, relative to it.</summary>
    private const double Rounding = 1e-15;

    /// <summary>A number, without the digits that rounding has left: 1 − 0.9 is 0.1.</summary>
    public static string Of(double value)
    {
        string brief = value.ToString("G12", CultureInfo.InvariantCulture);
        bool means = Math.Abs(double.Parse(brief, CultureInfo.InvariantCulture) - value) <= Rounding * Math.Abs(value);
        return means ? brief : value.ToString("R", CultureInfo.InvariantCulture);
    }

    public static string NameOf(Function function) => function switch
    {
        Function.ExpMinusOne => "expm1",
        Function.LogOnePlus => "log1p",
        Function.FlushSubnormal => "flush",
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
        Operator.Multiply => $"{NestedSum(combine.Left)} · {Factor(combine.Right)}",
        Operator.Divide => $"{NestedSum(combine.Left)} / {Nested(combine.Right)}",
        _ => $"{combine.Operator.ToString().ToLowerInvariant()}({combine.Left}, {combine.Right})",
    };

    /// <summary>Puts operators in parentheses.</summary>
    public static string Nested(Expression expression) =>
        expression is Combine { Operator: <= Operator.Divide } ? $"({expression})" : expression.ToString();

    /// <summary>Puts sums in parentheses, and reciprocals, which would not be seen as one behind a point.</summary>
    private static string Factor(Expression expression) =>
        expression is Combine { Operator: Operator.Divide, Left: Constant } ? $"({expression})" : NestedSum(expression);

    private static string NestedSum(Expression expression) =>
        expression is Combine { Operator: Operator.Add or Operator.Subtract } ? $"({expression})" : expression.ToString();
}
