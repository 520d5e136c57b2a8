using System;
using static NetGen.Generator.Expressions.Algebra;

namespace NetGen.Generator.Expressions;

/// <summary>Differentiates expressions symbolically: one rule per function and operator.</summary>
internal static class Derivative
{
    /// <summary>The derivative of an expression by one of its leaves.</summary>
    public static Expression Of(Expression expression, Expression by) => expression switch
    {
        _ when expression == by => One,
        Constant or Read or Parameter or ColumnIndex or Uniform => Zero,
        Apply apply => Of(apply.Argument, by) is var inner && inner == Zero ? Zero : OfFunction(apply) * inner,
        Combine combine => OfOperator(combine, Of(combine.Left, by), Of(combine.Right, by)),
        Choose choice => Choose(choice.Condition, Of(choice.WhenTrue, by), Of(choice.WhenFalse, by)),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    /// <summary>The derivative of a function by its argument, in terms of the function's own value where that is shorter.</summary>
    private static Expression OfFunction(Apply apply)
    {
        Expression x = apply.Argument;
        return apply.Function switch
        {
            Function.Negate => -1,
            Function.Abs => Sign(x),
            Function.Sqrt => 0.5 / apply,
            Function.FlushSubnormal => One,
            Function.Exp => apply,
            Function.ExpMinusOne => Exp(x),
            Function.Log => One / x,
            Function.LogOnePlus => One / (One + x),
            Function.Tanh => One - Square(apply),
            Function.Sigmoid => apply * (One - apply),
            Function.Softplus => Sigmoid(x),
            Function.Erf => 2 / Math.Sqrt(Math.PI) * Exp(-Square(x)),
            Function.Sin => Call(Function.Cos, x),
            Function.Cos => -Call(Function.Sin, x),
            _ => throw new ArgumentOutOfRangeException(nameof(apply)),
        };
    }

    private static Expression OfOperator(Combine combine, Expression left, Expression right)
    {
        var (a, b) = (combine.Left, combine.Right);
        return combine.Operator switch
        {
            Operator.Add => left + right,
            Operator.Subtract => left - right,
            Operator.Multiply => (left * b) + (a * right),
            Operator.Divide => (left / b) - (combine / b * right),

            // Against a constant, the condition is written on the result, so that what was stored of it suffices; a NaN is no constant.
            Operator.Max or Operator.Min when b is Constant => Choose(Equal(combine, b), Zero, left),
            Operator.Max => Choose(Less(b, a), left, right),
            Operator.Min => Choose(Less(a, b), left, right),
            _ => throw new ArgumentOutOfRangeException(nameof(combine)),
        };
    }
}
