using NetGen.Generator.Programs;

namespace NetGen.Generator.Expressions;

/// <summary>
/// A scalar expression: all pointwise mathematics of the compiler, from activations to optimizers. Expressions compare by
/// structure; they are built through <see cref="Algebra"/>, which simplifies.
/// </summary>
internal abstract record Expression
{
    public static Expression operator +(Expression left, Expression right) => Algebra.Add(left, right);

    public static Expression operator -(Expression left, Expression right) => Algebra.Subtract(left, right);

    public static Expression operator *(Expression left, Expression right) => Algebra.Multiply(left, right);

    public static Expression operator /(Expression left, Expression right) => Algebra.Divide(left, right);

    public static Expression operator -(Expression value) => Algebra.Negate(value);

    public static implicit operator Expression(double value) => new Constant(value);
}

/// <summary>A number.</summary>
internal sealed record Constant(double Value) : Expression
{
    public override string ToString() => Formula.Of(Value);
}

/// <summary>The element of a tensor that stands at the point of evaluation, broadcast where the tensor lacks an axis.</summary>
internal sealed record Read(Tensor Tensor) : Expression
{
    public override string ToString() => Tensor.Name;
}

/// <summary>The parameter of a user's function.</summary>
internal sealed record Parameter : Expression
{
    public static readonly Parameter Instance = new();

    private Parameter()
    {
    }

    public override string ToString() => "x";
}

/// <summary>The index of the point of evaluation on the last axis.</summary>
internal sealed record ColumnIndex : Expression
{
    public static readonly ColumnIndex Instance = new();

    private ColumnIndex()
    {
    }

    public override string ToString() => "column";
}

/// <summary>
/// A random number from 0 to below 1 for each point of a batch, a pure function of a key and the point's place: the same wherever it
/// is computed again.
/// </summary>
internal sealed record Uniform(Tensor Key) : Expression
{
    public override string ToString() => $"uniform({Key})";
}

/// <summary>A function of one value.</summary>
internal sealed record Apply(Function Function, Expression Argument) : Expression
{
    public override string ToString() => Function == Function.Negate ? $"−{Formula.Nested(Argument)}" : $"{Formula.NameOf(Function)}({Argument})";
}

/// <summary>An operator on two values.</summary>
internal sealed record Combine(Operator Operator, Expression Left, Expression Right) : Expression
{
    public override string ToString() => Formula.Of(this);
}

/// <summary>One of two values.</summary>
internal sealed record Choose(Condition Condition, Expression WhenTrue, Expression WhenFalse) : Expression
{
    public override string ToString() => $"({Condition} ? {WhenTrue} : {WhenFalse})";
}

/// <summary>A comparison, the condition of a <see cref="Choose"/>.</summary>
internal sealed record Condition(Relation Relation, Expression Left, Expression Right)
{
    public override string ToString() => $"{Left} {Formula.SymbolOf(Relation)} {Right}";
}
