using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Passes;

/// <summary>
/// Maps and reductions that share their rows. It runs row by row, or a block of rows at a time, in phases: each phase visits the columns
/// once and has then joined what it reduces; what needs a reduction's outcome at every column waits for the next phase.
/// </summary>
internal sealed class PointWork(Space space)
{
    private readonly Dictionary<Tensor, (int Phase, bool OfRow)> made = [];
    private readonly Dictionary<Tensor, int> sizes = [];

    /// <summary>Where the columns are; rows only, while <see cref="Space.Columns"/> is 1.</summary>
    public Space Space { get; private set; } = space;

    public List<Operation> Operations { get; } = [];

    /// <summary>The reductions along rows.</summary>
    public IEnumerable<Reduce> Reductions => Operations.OfType<Reduce>().Where(reduce => !IsOfRow(reduce));

    /// <summary>Totals of values of rows; rows fall into lanes for them.</summary>
    public IEnumerable<Reduce> RowTotals => Operations.OfType<Reduce>().Where(reduce => IsOfRow(reduce) && reduce.Axes == Axes.All);

    /// <summary>Whether every lane takes a row of its own, and not a column.</summary>
    public bool LanesAreRows => CostModel.LanesAreRows(this);

    public int Phases => made.Count == 0 ? 0 : made.Values.Max(value => value.Phase) + 1;

    /// <summary>Whether an operation is about rows as wholes: it reads and makes no matrix.</summary>
    public static bool IsOfRow(Operation operation) => operation switch
    {
        Map map => map.Result.Kind == TensorKind.PerRow,
        Reduce reduce => reduce.Space.Columns == 1 && reduce.Operands.All(operand => operand.Kind != TensorKind.Matrix),
        _ => false,
    };

    /// <summary>The phase that an operation runs in.</summary>
    public int PhaseOf(Operation operation) => made[operation.Result].Phase;

    /// <summary>The phase in which a tensor is made here; null where it is not.</summary>
    public int? PhaseOf(Tensor tensor) => made.TryGetValue(tensor, out var value) ? value.Phase : null;

    /// <summary>Whether an operation can join.</summary>
    public bool Accepts(Operation operation)
    {
        var space = SpaceOf(operation);
        if (space is null || space.PerSample != Space.PerSample || space.Rows != Space.Rows)
        {
            return false;
        }

        bool sameColumns = IsOfRow(operation) || space.Columns == Space.Columns || Operations.All(IsOfRow);

        // A total over all rows is known only after the last of them.
        bool complete = operation.Operands.All(operand => !made.ContainsKey(operand) || operand.Kind is TensorKind.Matrix or TensorKind.PerRow);
        return sameColumns && complete && !IsTooLarge(operation);
    }

    public void Add(Operation operation)
    {
        bool ofRow = IsOfRow(operation);
        if (!ofRow)
        {
            Space = SpaceOf(operation)!;
        }

        int phase = 0;
        foreach (var operand in operation.Operands)
        {
            if (made.TryGetValue(operand, out var producer))
            {
                phase = System.Math.Max(phase, producer.OfRow && !ofRow ? producer.Phase + 1 : producer.Phase);
            }
        }

        Operations.Add(operation);
        sizes[operation.Result] = InlinedSize(operation);
        made[operation.Result] = (phase, ofRow || operation is Reduce);
    }

    /// <summary>Whether a result is read in a phase after the one that makes it.</summary>
    public bool IsReadLater(Tensor result) => Operations.Any(reader =>
        !IsOfRow(reader) && reader.Operands.Contains(result) && PhaseOf(result) < PhaseOf(reader));

    /// <summary>Puts the expressions of results made at the same point in the place of their reads.</summary>
    public Expression Inline(Expression expression, Operation reader) => expression.Replace(part =>
        part is Read { Tensor: { Kind: TensorKind.Matrix } tensor } && PhaseOf(tensor) == PhaseOf(reader)
            ? Inline(Operations.OfType<Map>().First(map => map.Result == tensor).Value, reader)
            : null);

    /// <summary>
    /// Whether inlining would make an expression that costs too much to compile: each of fifteen functions in a row that reads its operand
    /// twice has twice the parts of the one before.
    /// </summary>
    private bool IsTooLarge(Operation operation) =>
        operation.Operands.Any(sizes.ContainsKey) && InlinedSize(operation) > CostModel.MostInlinedParts;

    /// <summary>The parts of an expression once those of results made here stand in the place of their reads.</summary>
    private int InlinedSize(Operation operation) =>
        operation is Pointwise { Value: var value }
            ? value.All().Sum(part => part is Read { Tensor: { Kind: TensorKind.Matrix } tensor } && sizes.TryGetValue(tensor, out int size) ? size : 1)
            : 1;

    /// <summary>The points that an operation visits; null where it does not go point by point along rows.</summary>
    public static Space? SpaceOf(Operation operation) => operation switch
    {
        Map { Result.Kind: TensorKind.Matrix or TensorKind.PerRow } map => map.Result.Space,
        Reduce { Axes: Axes.Columns or Axes.All } reduce => reduce.Space,
        _ => null,
    };
}
