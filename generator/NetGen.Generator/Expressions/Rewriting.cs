using System;
using System.Collections.Generic;

namespace NetGen.Generator.Expressions;

/// <summary>Walks and rewrites expressions.</summary>
internal static class Rewriting
{
    /// <summary>Replaces every occurrence of parts that <paramref name="replace"/> gives a replacement for, outermost first.</summary>
    public static Expression Replace(this Expression expression, Func<Expression, Expression?> replace)
    {
        if (replace(expression) is { } replacement)
        {
            return replacement;
        }

        return expression switch
        {
            Apply apply => Algebra.Call(apply.Function, apply.Argument.Replace(replace)),
            Combine combine => Rebuild(combine.Operator, combine.Left.Replace(replace), combine.Right.Replace(replace)),
            Choose choice => Algebra.Choose(
                new Condition(choice.Condition.Relation, choice.Condition.Left.Replace(replace), choice.Condition.Right.Replace(replace)),
                choice.WhenTrue.Replace(replace),
                choice.WhenFalse.Replace(replace)),
            _ => expression,
        };
    }

    /// <summary>Replaces every occurrence of one expression by another.</summary>
    public static Expression Replace(this Expression expression, Expression part, Expression by) =>
        expression.Replace(candidate => candidate == part ? by : null);

    /// <summary>The direct parts of an expression.</summary>
    public static IEnumerable<Expression> Parts(this Expression expression) => expression switch
    {
        Apply apply => [apply.Argument],
        Combine combine => [combine.Left, combine.Right],
        Choose choice => [choice.Condition.Left, choice.Condition.Right, choice.WhenTrue, choice.WhenFalse],
        _ => [],
    };

    /// <summary>An expression and all its parts, each before what it consists of.</summary>
    public static IEnumerable<Expression> All(this Expression expression)
    {
        yield return expression;
        foreach (var part in expression.Parts())
        {
            foreach (var inner in part.All())
            {
                yield return inner;
            }
        }
    }

    /// <summary>Whether an expression consists of more parts than a number; no more than those are looked at.</summary>
    public static bool HasMoreThan(this Expression expression, int parts) => Left(expression, parts) < 0;

    private static int Left(Expression expression, int parts)
    {
        parts--;
        foreach (var part in expression.Parts())
        {
            if (parts < 0)
            {
                break;
            }

            parts = Left(part, parts);
        }

        return parts;
    }

    private static Expression Rebuild(Operator op, Expression left, Expression right) => op switch
    {
        Operator.Add => left + right,
        Operator.Subtract => left - right,
        Operator.Multiply => left * right,
        Operator.Divide => left / right,
        _ => new Combine(op, left, right),
    };
}
