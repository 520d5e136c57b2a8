using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;

namespace NetGen.Generator.Programs;

/// <summary>One of the few kinds of work that programs consist of.</summary>
internal abstract record Operation(Tensor Result)
{
    /// <summary>The tensors that it reads.</summary>
    public abstract IEnumerable<Tensor> Operands { get; }
}

/// <summary>A sum of products: <c>Result = Left · Right</c>, each factor transposed where so marked.</summary>
internal sealed record Contract(Tensor Result, Tensor Left, bool TransposeLeft, Tensor Right, bool TransposeRight)
    : Operation(Result)
{
    public override IEnumerable<Tensor> Operands => [Left, Right];

    /// <summary>The bias, where a map does nothing but add one to this result.</summary>
    public Tensor? BiasAddedBy(Map map) =>
        map.Value is Combine { Operator: Operator.Add, Left: Read sums, Right: Read { Tensor: { Kind: TensorKind.PerColumn } bias } } && sums.Tensor == Result
            ? bias
            : null;
}

/// <summary>A scalar expression, evaluated point by point.</summary>
internal abstract record Pointwise(Tensor Result, Expression Value) : Operation(Result)
{
    public override IEnumerable<Tensor> Operands =>
        Value.All().Select(part => part is Read read ? read.Tensor : part is Uniform uniform ? uniform.Key : null).OfType<Tensor>().Distinct();
}

/// <summary>A scalar expression at every point of its result.</summary>
internal sealed record Map(Tensor Result, Expression Value) : Pointwise(Result, Value);

/// <summary>Gives a tensor that outlasts the program, such as a running mean, its next value.</summary>
internal sealed record Assign(Tensor Result, Expression Value) : Pointwise(Result, Value);

/// <summary>The axes that a <see cref="Reduce"/> makes vanish.</summary>
internal enum Axes
{
    Columns,
    Rows,
    All,
}

/// <summary>How a <see cref="Reduce"/> joins values.</summary>
internal enum Join
{
    Sum,
    Max,
}

/// <summary>The sum or the maximum of an expression over axes of a space.</summary>
/// <param name="Result">A tensor without those axes.</param>
/// <param name="Join">How values are joined.</param>
/// <param name="Axes">The axes that vanish.</param>
/// <param name="Space">Where the expression is evaluated.</param>
/// <param name="Value">The expression.</param>
/// <param name="Detached">Whether the outcome does not depend on the result, so that no gradient flows through it.</param>
internal sealed record Reduce(Tensor Result, Join Join, Axes Axes, Space Space, Expression Value, bool Detached = false)
    : Pointwise(Result, Value);

/// <summary>
/// Reshapes and joins: elements of the source in row-major order become elements of the result, from
/// <paramref name="ResultStart"/> on. Several may fill one result.
/// </summary>
internal sealed record Rearrange(Tensor Result, int ResultStart, Tensor Source, int SourceStart, int Length) : Operation(Result)
{
    public override IEnumerable<Tensor> Operands => [Source];
}

/// <summary>A transposed copy of a matrix, for a contraction that wants its other axis along the lanes.</summary>
internal sealed record Transpose(Tensor Result, Tensor Source) : Operation(Result)
{
    public override IEnumerable<Tensor> Operands => [Source];
}
