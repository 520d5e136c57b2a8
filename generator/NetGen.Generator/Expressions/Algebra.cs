using System;

namespace NetGen.Generator.Expressions;

/// <summary>
/// Builds expressions and simplifies on the way, by identities that hold for all finite values: constants are folded, neutral
/// and absorbing elements vanish, factors of 0 and 1 move into choices.
/// </summary>
internal static class Algebra
{
    public static readonly Expression Zero = new Constant(0);
    public static readonly Expression One = new Constant(1);

    public static Expression Add(Expression left, Expression right) => (left, right) switch
    {
        (Constant a, Constant b) => a.Value + b.Value,
        (Constant { Value: 0 }, _) => right,
        (_, Constant { Value: 0 }) => left,
        (_, Apply { Function: Function.Negate } negated) => Subtract(left, negated.Argument),
        (Apply { Function: Function.Negate } negated, _) => Subtract(right, negated.Argument),
        _ when left == right => Multiply(2, left),
        _ => new Combine(Operator.Add, left, right),
    };

    public static Expression Subtract(Expression left, Expression right) => (left, right) switch
    {
        (Constant a, Constant b) => a.Value - b.Value,
        (_, Constant { Value: 0 }) => left,
        (Constant { Value: 0 }, _) => Negate(right),
        (_, Apply { Function: Function.Negate } negated) => Add(left, negated.Argument),
        _ => new Combine(Operator.Subtract, left, right),
    };

    public static Expression Multiply(Expression left, Expression right) => (left, right) switch
    {
        (Constant a, Constant b) => a.Value * b.Value,
        (Constant { Value: 0 }, _) or (_, Constant { Value: 0 }) => Zero,
        (Constant { Value: 1 }, _) => right,
        (_, Constant { Value: 1 }) => left,
        (Constant { Value: -1 }, _) => Negate(right),
        (_, Constant { Value: -1 }) => Negate(left),
        (_, Constant) => Multiply(right, left),
        (Constant a, Combine { Operator: Operator.Multiply, Left: Constant b } product) => Multiply(a.Value * b.Value, product.Right),
        (Apply { Function: Function.Negate } negated, _) => Negate(Multiply(negated.Argument, right)),
        (_, Apply { Function: Function.Negate } negated) => Negate(Multiply(left, negated.Argument)),
        (Choose choice, _) when IsSwitch(choice) => Distribute(choice, right),
        (_, Choose choice) when IsSwitch(choice) => Distribute(choice, left),
        _ => new Combine(Operator.Multiply, left, right),
    };

    public static Expression Divide(Expression left, Expression right) => (left, right) switch
    {
        (Constant a, Constant { Value: not 0 } b) => a.Value / b.Value,
        (Constant { Value: 0 }, _) => Zero,
        (_, Constant { Value: 1 }) => left,
        (Apply { Function: Function.Negate } negated, _) => Negate(Divide(negated.Argument, right)),
        _ => new Combine(Operator.Divide, left, right),
    };

    public static Expression Negate(Expression value) => value switch
    {
        Constant constant => -constant.Value,
        Apply { Function: Function.Negate } negated => negated.Argument,
        Combine { Operator: Operator.Subtract } difference => Subtract(difference.Right, difference.Left),
        Combine { Operator: Operator.Multiply, Left: Constant factor } product => Multiply(-factor.Value, product.Right),
        _ => new Apply(Function.Negate, value),
    };

    public static Expression Max(Expression left, Expression right) => new Combine(Operator.Max, left, right);

    public static Expression Min(Expression left, Expression right) => new Combine(Operator.Min, left, right);

    public static Expression Square(Expression value) => Multiply(value, value);

    /// <summary>An integer power as products.</summary>
    public static Expression Power(Expression value, int exponent) => exponent switch
    {
        < 0 => Divide(One, Power(value, -exponent)),
        0 => One,
        1 => value,
        _ when exponent % 2 == 0 => Square(Power(value, exponent / 2)),
        _ => Multiply(value, Power(value, exponent - 1)),
    };

    /// <summary>
    /// A function of a value. Of constants only what IEEE 754 fixes to the last digit is computed here: all else is the library's own,
    /// the same on every machine, whichever one compiles.
    /// </summary>
    public static Expression Call(Function function, Expression argument) => (function, argument) switch
    {
        (Function.Negate, _) => Negate(argument),
        (Function.Abs, Constant constant) => Math.Abs(constant.Value),
        (Function.Sqrt, Constant constant) => Math.Sqrt(constant.Value),
        _ => new Apply(function, argument),
    };

    public static Expression Exp(Expression argument) => Call(Function.Exp, argument);

    public static Expression Log(Expression argument) => Call(Function.Log, argument);

    public static Expression Sqrt(Expression argument) => Call(Function.Sqrt, argument);

    public static Expression Abs(Expression argument) => Call(Function.Abs, argument);

    /// <summary>The value, or 0 where it is subnormal.</summary>
    public static Expression FlushSubnormal(Expression argument) => Call(Function.FlushSubnormal, argument);

    /// <summary>1, −1 or 0.</summary>
    public static Expression Sign(Expression argument) => Choose(Less(0, argument), 1, Choose(Less(argument, 0), -1, 0));

    public static Expression Tanh(Expression argument) => Call(Function.Tanh, argument);

    public static Expression Sigmoid(Expression argument) => Call(Function.Sigmoid, argument);

    public static Expression Softplus(Expression argument) => Call(Function.Softplus, argument);

    public static Expression Erf(Expression argument) => Call(Function.Erf, argument);

    public static Condition Less(Expression left, Expression right) => new(Relation.Less, left, right);

    public static Condition LessOrEqual(Expression left, Expression right) => new(Relation.LessOrEqual, left, right);

    public static Condition Equal(Expression left, Expression right) => new(Relation.Equal, left, right);

    public static Expression Choose(Condition condition, Expression whenTrue, Expression whenFalse) =>
        whenTrue == whenFalse ? whenTrue : new Choose(condition, whenTrue, whenFalse);

    /// <summary>Whether a choice has a branch that is 0 or 1, so that a factor is better applied inside.</summary>
    private static bool IsSwitch(Choose choice) => IsNeutral(choice.WhenTrue) || IsNeutral(choice.WhenFalse);

    private static bool IsNeutral(Expression expression) => expression is Constant { Value: 0 or 1 or -1 };

    private static Expression Distribute(Choose choice, Expression factor) =>
        Choose(choice.Condition, Multiply(choice.WhenTrue, factor), Multiply(choice.WhenFalse, factor));
}
