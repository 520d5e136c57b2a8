using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Passes;

/// <summary>Operations that run as one method.</summary>
internal abstract class Step
{
    private KernelSignature? signature;

    /// <summary>The operations in order.</summary>
    public abstract IEnumerable<Operation> Operations { get; }

    /// <summary>The tensors that it leaves in memory; set once all readers are known.</summary>
    public HashSet<Tensor> Stored { get; } = [];

    /// <summary>The tensors that it makes.</summary>
    public IEnumerable<Tensor> Results => Operations.Select(operation => operation.Result).Distinct();

    /// <summary>The tensors that it reads and did not make.</summary>
    public IEnumerable<Tensor> Operands
    {
        get
        {
            var results = new HashSet<Tensor>(Results);
            return Operations.SelectMany(operation => operation.Operands).Distinct().Where(operand => !results.Contains(operand));
        }
    }

    /// <summary>What the method takes, once the step is planned.</summary>
    public KernelSignature Signature => signature ??= KernelSignature.Of(this);

    /// <summary>What the members of a team share out, where several threads may train.</summary>
    public Division Division { get; set; }

    /// <summary>What the method calls the rows or columns that it computes, where it does not compute all of them.</summary>
    public string? Extent => Division switch
    {
        Division.Rows => "rows",
        Division.Columns => "columns",
        Division.Units => "units",
        _ => null,
    };
}

/// <summary>A sum of products, and the pointwise work on its result.</summary>
internal sealed class ContractStep(Contract contract) : Step
{
    public Contract Contract { get; } = contract;

    /// <summary>The addition of a bias, with which the sums start; null where they start at zero.</summary>
    public Map? Start { get; set; }

    /// <summary>The bias.</summary>
    public Tensor? Bias => Start is null ? null : Contract.BiasAddedBy(Start);

    /// <summary>The pointwise work that follows.</summary>
    public PointWork Work { get; } = new(contract.Result.Space);

    /// <summary>The sums, bias included.</summary>
    public Tensor Sums => Start?.Result ?? Contract.Result;

    /// <summary>Where the sums go: their own memory, or that of a result that takes their place.</summary>
    public Tensor Destination { get; set; } = contract.Result;

    public override IEnumerable<Operation> Operations =>
        (Start is null ? [Contract] : new Operation[] { Contract, Start }).Concat(Work.Operations);
}

/// <summary>Pointwise work and reductions along rows.</summary>
internal sealed class PointStep(Space space) : Step
{
    public PointWork Work { get; } = new(space);

    public override IEnumerable<Operation> Operations => Work.Operations;
}

/// <summary>Work of columns: sums over the same rows, and what is computed of such sums column by column.</summary>
internal sealed class RowSumStep : Step
{
    private readonly List<Operation> operations = [];

    /// <summary>The sums, all of one space.</summary>
    public IEnumerable<Reduce> Reductions => operations.OfType<Reduce>();

    /// <summary>What follows them, in order: maps and assignments.</summary>
    public IEnumerable<Pointwise> OfSums => operations.OfType<Pointwise>().Where(operation => operation is not Reduce);

    public override IEnumerable<Operation> Operations => operations;

    /// <summary>The number of columns.</summary>
    public int Columns => operations[0].Result.Columns;

    /// <summary>Whether an operation is work of columns.</summary>
    public static bool IsOfColumns(Operation operation) =>
        operation is Reduce { Axes: Axes.Rows } or Map { Result.Kind: TensorKind.PerColumn or TensorKind.Scalar } or Assign;

    /// <summary>Whether an operation can join. What a sum is made of is known before the sums are.</summary>
    public bool Accepts(Operation operation) =>
        IsOfColumns(operation)
        && operations.All(other => other.Result.Columns == operation.Result.Columns)
        && (operation is not Reduce reduce || (Reductions.All(other => other.Space == reduce.Space) && !reduce.Operands.Any(Results.Contains)));

    public void Add(Operation operation) => operations.Add(operation);
}

/// <summary>A transposed copy.</summary>
internal sealed class TransposeStep(Transpose transpose) : Step
{
    public Transpose Transpose { get; } = transpose;

    public override IEnumerable<Operation> Operations => [Transpose];
}

/// <summary>A copy from one shape to another.</summary>
internal sealed class RearrangeStep(Rearrange rearrange) : Step
{
    public Rearrange Rearrange { get; } = rearrange;

    public override IEnumerable<Operation> Operations => [Rearrange];
}
