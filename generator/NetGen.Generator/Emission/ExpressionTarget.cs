using System;
using NetGen.Generator.Expressions;

namespace NetGen.Generator.Emission;

/// <summary>How expressions are written for one kind of value: vectors of lanes, single elements, or doubles of the host.</summary>
internal abstract class ExpressionTarget
{
    /// <summary>The type of a local that holds a value.</summary>
    public abstract string Type { get; }

    public abstract string Constant(double value);

    /// <summary>A read, an index or a parameter.</summary>
    public abstract string Leaf(Expression leaf);

    public abstract string Call(Function function, string argument);

    public abstract string Larger(string left, string right);

    public abstract string Smaller(string left, string right);

    public abstract string MultiplyAdd(string left, string right, string addend);

    /// <summary><c>minuend − left · right</c>, rounded once where the hardware can.</summary>
    public virtual string MultiplySubtract(string left, string right, string minuend) => MultiplyAdd($"-{left}", right, minuend);

    public abstract string Choose(Relation relation, string left, string right, string whenTrue, string whenFalse);

    /// <summary>Writes functions that no target has in terms of ones that they have.</summary>
    public static Expression Expand(Expression expression) => expression.Replace(part => part switch
    {
        Apply { Function: Function.Tanh, Argument: Apply { Function: Function.Softplus } softplus } => TanhOfSoftplus(Expand(softplus.Argument)),
        Apply { Function: Function.Softplus } softplus => Softplus(Expand(softplus.Argument)),
        _ => null,
    });

    private static Expression Softplus(Expression x) =>
        Algebra.Max(x, 0) + Algebra.Call(Function.LogOnePlus, Algebra.Exp(-Algebra.Abs(x)));

    /// <summary>
    /// <c>((1 + e^x)² − 1) / ((1 + e^x)² + 1)</c>: one exponential in place of two and a logarithm. From x = 20 on it is 1, in double too.
    /// </summary>
    private static Expression TanhOfSoftplus(Expression x)
    {
        var power = Algebra.Exp(Algebra.Min(x, 20));
        var numerator = power * (power + 2);
        return numerator / (numerator + 2);
    }

    protected static string NameOf(Function function) => function switch
    {
        Function.Negate => throw new ArgumentOutOfRangeException(nameof(function)),
        _ => function.ToString(),
    };
}

/// <summary>Vectors: <c>V</c> of the kernel.</summary>
internal sealed class LaneTarget(ElementType element, Func<Expression, string> leaf) : ExpressionTarget
{
    public override string Type => "V";

    public override string Constant(double value) => $"V.Broadcast({element.Literal(value)})";

    public override string Leaf(Expression expression) => leaf(expression);

    public override string Call(Function function, string argument) => $"V.{NameOf(function)}({argument})";

    public override string Larger(string left, string right) => $"V.Max({left}, {right})";

    public override string Smaller(string left, string right) => $"V.Min({left}, {right})";

    public override string MultiplyAdd(string left, string right, string addend) => $"V.MultiplyAdd({left}, {right}, {addend})";

    public override string Choose(Relation relation, string left, string right, string whenTrue, string whenFalse) =>
        $"V.Select(V.{relation}({left}, {right}), {whenTrue}, {whenFalse})";
}

/// <summary>Single elements, with the functions of the library, so that they agree with lanes to the bit.</summary>
internal sealed class ScalarTarget(ElementType element, Func<Expression, string> leaf, bool inlines = false) : ExpressionTarget
{
    public override string Type => element.Name;

    public override string Constant(double value) => element.Literal(value);

    public override string Leaf(Expression expression) => leaf(expression);

    public override string Call(Function function, string argument) =>
        $"{NameOf(function)}{(inlines && function is (Function.Sigmoid or Function.Tanh) ? "Inline" : "")}({argument})";

    public override string Larger(string left, string right) => $"Max({left}, {right})";

    public override string Smaller(string left, string right) => $"Min({left}, {right})";

    public override string MultiplyAdd(string left, string right, string addend) => $"MultiplyAdd({left}, {right}, {addend})";

    public override string Choose(Relation relation, string left, string right, string whenTrue, string whenFalse) =>
        $"({left} {SymbolOf(relation)} {right} ? {whenTrue} : {whenFalse})";

    public static string SymbolOf(Relation relation) => relation switch
    {
        Relation.Less => "<",
        Relation.LessOrEqual => "<=",
        _ => "==",
    };
}

/// <summary>Doubles outside of kernels, with the framework's functions.</summary>
internal sealed class HostTarget(Func<Expression, string> leaf) : ExpressionTarget
{
    public override string Type => "double";

    public override string Constant(double value) => ElementType.HostLiteral(value);

    public override string Leaf(Expression expression) => leaf(expression);

    public override string Call(Function function, string argument) => function switch
    {
        Function.ExpMinusOne => $"double.ExpM1({argument})",
        Function.LogOnePlus => $"double.LogP1({argument})",
        Function.Sigmoid => $"(1.0 / (1.0 + global::System.Math.Exp(-({argument}))))",
        _ => $"global::System.Math.{NameOf(function)}({argument})",
    };

    public override string Larger(string left, string right) => $"global::System.Math.Max({left}, {right})";

    public override string Smaller(string left, string right) => $"global::System.Math.Min({left}, {right})";

    public override string MultiplyAdd(string left, string right, string addend) => $"({left} * {right} + {addend})";

    public override string MultiplySubtract(string left, string right, string minuend) => $"({minuend} - {left} * {right})";

    public override string Choose(Relation relation, string left, string right, string whenTrue, string whenFalse) =>
        $"({left} {ScalarTarget.SymbolOf(relation)} {right} ? {whenTrue} : {whenFalse})";
}
