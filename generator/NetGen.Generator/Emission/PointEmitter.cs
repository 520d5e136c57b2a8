using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>
/// Writes pointwise work: one flat loop where nothing depends on rows or columns, otherwise row by row, phase by phase.
/// </summary>
internal sealed class PointEmitter(
    KernelContext context,
    CodeWriter writer,
    Names names,
    PointWork work,
    HashSet<Tensor> stored,
    ContractStep? contract = null)
{
    private readonly int stride = work.Space.Stride();
    private readonly Dictionary<Tensor, string> rowValues = [];
    private string matrixIndex = "";

    private readonly Dictionary<Reduce, int> slots = [];

    /// <summary>What the columns are called that are computed, where those are not all.</summary>
    private string? OwnColumns => contract is { Division: Division.Columns } ? contract.Extent : null;

    private string Rows => KernelContext.Rows(work.Space.PerSample, work.Space.Rows);

    private IEnumerable<Reduce> Totals => work.Reductions.Where(reduce => reduce.Axes == Axes.All);

    public void Emit()
    {
        if (IsFlat())
        {
            EmitFlat();
        }
        else
        {
            EmitRows();
        }
    }

    /// <summary>Whether every operand lies as the result does, so that rows need no attention.</summary>
    private bool IsFlat() => OwnColumns is null && work.Operations.All(operation =>
        operation is Map { Result.Kind: TensorKind.Matrix } map
        && map.Operands.All(operand => operand.Kind is TensorKind.Matrix or TensorKind.Scalar or TensorKind.Argument)
        && !map.Value.All().Any(part => part is ColumnIndex or Uniform));

    private void EmitFlat()
    {
        matrixIndex = "i";
        int size = work.Space.Rows * stride;
        string length = work.Space.PerSample ? $"samples * {size}" : $"{size}";
        using (writer.Block($"for (nint i = 0; i < {length}; i += V.Count)"))
        {
            EmitMaps(work.Operations.Cast<Map>().ToList());
        }
    }

    private void EmitRows()
    {
        matrixIndex = "start + column";
        EmitPartials();
        foreach (var total in Totals)
        {
            writer.Line($"{context.Element.Name} {TotalOf(total)} = {context.Element.Literal(0)};");
        }

        if (work.Operations.Except(work.RowTotals).Any())
        {
            EmitPhases();
        }

        foreach (var total in Totals)
        {
            writer.Line($"{names.Of(total.Result)} = {TotalOf(total)};");
        }

        foreach (var total in work.RowTotals)
        {
            EmitRowTotal(total);
        }
    }

    private void EmitPhases()
    {
        using (writer.Block($"for (nint row = 0; row < {Rows}; row++)"))
        {
            if (work.Operations.Any(operation => !PointWork.IsOfRow(operation)))
            {
                writer.Line($"nint start = row * {stride};");
            }

            for (int phase = 0; phase < work.Phases; phase++)
            {
                EmitPhase(work.Operations.Where(operation => work.PhaseOf(operation) == phase).ToList());
            }
        }
    }

    /// <summary>Memory for the lanes of each reduction.</summary>
    private void EmitPartials()
    {
        foreach (var reduce in work.Reductions.Concat(work.RowTotals))
        {
            slots[reduce] = slots.Count * Padding.Block;
        }

        if (slots.Count == 0)
        {
            return;
        }

        writer.Line($"global::System.Span<{context.Element.Name}> partials = stackalloc {context.Element.Name}[{slots.Count * Padding.Block}];");
        writer.Line($"ref {context.Element.Name} partial = ref First(partials);");
    }

    private void EmitRowTotal(Reduce total)
    {
        var expressions = new ExpressionWriter(writer, new LaneTarget(context.Element, RowLaneLeaf), names);
        using (writer.Block($"for (nint lane = 0; lane < {Padding.Block}; lane += V.Count)"))
        {
            string lanes = names.New(Names.Camel(total.Result.Name) + "Lanes");
            writer.Line($"V {lanes} = V.Broadcast({context.Element.Literal(0)});");
            using (writer.Block($"for (nint row = lane; row < {Rows}; row += {Padding.Block})"))
            {
                string value = expressions.Write(total.Value);
                writer.Line($"{lanes} += V.Select(Below(row, {Rows}), {value}, V.Broadcast({context.Element.Literal(0)}));");
            }

            writer.Line($"V.Store({lanes}, ref partial, {Slot("lane", total)});");
        }

        writer.Line($"{names.Of(total.Result)} = SumOfLanes({SlotReference(total)});");
    }

    private string RowLaneLeaf(Expression leaf) => leaf is Read { Tensor: { Kind: TensorKind.PerRow } tensor }
        ? $"V.Load(ref {names.Of(tensor)}, row)"
        : LaneLeaf(leaf);

    private string TotalOf(Reduce reduce) => names.Of(reduce, names.Of(reduce.Result) + "Total");

    private void EmitPhase(List<Operation> operations)
    {
        var reductions = work.Reductions.Where(operations.Contains).ToList();
        var maps = operations.OfType<Map>().Where(map => !PointWork.IsOfRow(map) && stored.Contains(map.Result)).ToList();
        if (reductions.Count > 0)
        {
            EmitReducingLoop(reductions, maps);
        }
        else if (maps.Count > 0)
        {
            string columns = OwnColumns is null ? $"column = 0; column < {work.Space.Columns}" : $"column = {OwnColumns}.First; column < {OwnColumns}.End";
            using (writer.Block($"for (nint {columns}; column += V.Count)"))
            {
                EmitMaps(maps);
            }
        }

        foreach (var reduce in reductions)
        {
            EmitRowValue(reduce, $"{reduce.Join}OfLanes({SlotReference(reduce)})");
        }

        foreach (var map in operations.OfType<Map>().Where(PointWork.IsOfRow))
        {
            var expressions = new ExpressionWriter(writer, new ScalarTarget(context.Element, RowLeaf), names);
            EmitRowValue(map, expressions.Write(map.Value));
        }
    }

    /// <summary>
    /// Columns fall into 16 logical lanes, whatever the width of vectors, and a fixed tree joins those: the same bits everywhere.
    /// </summary>
    private void EmitReducingLoop(List<Reduce> reductions, List<Map> maps)
    {
        using (writer.Block($"for (nint lane = 0; lane < {Padding.Block}; lane += V.Count)"))
        {
            var accumulators = reductions.Select(reduce => names.New(Names.Camel(reduce.Result.Name) + "Lanes")).ToList();
            for (int i = 0; i < reductions.Count; i++)
            {
                writer.Line($"V {accumulators[i]} = V.Broadcast({context.Element.Literal(Neutral(reductions[i].Join))});");
            }

            using (writer.Block($"for (nint column = lane; column < {work.Space.Columns}; column += {Padding.Block})"))
            {
                var values = EmitMaps(maps, reductions);
                for (int i = 0; i < reductions.Count; i++)
                {
                    writer.Line(reductions[i].Join == Join.Sum
                        ? $"{accumulators[i]} += {values[i]};"
                        : $"{accumulators[i]} = V.Max({accumulators[i]}, {values[i]});");
                }
            }

            for (int i = 0; i < reductions.Count; i++)
            {
                writer.Line($"V.Store({accumulators[i]}, ref partial, {Slot("lane", reductions[i])});");
            }
        }
    }

    private string Slot(string lane, Reduce reduce) => slots[reduce] == 0 ? lane : $"{lane} + {slots[reduce]}";

    private string SlotReference(Reduce reduce) => slots[reduce] == 0 ? "ref partial" : $"ref At(ref partial, {slots[reduce]})";

    /// <summary>What joining leaves as it is.</summary>
    public static double Neutral(Join join) => join == Join.Sum ? 0 : double.NegativeInfinity;

    private void EmitMaps(List<Map> maps) => EmitMaps(maps, []);

    /// <summary>Writes the values of a point: stores what is kept, and returns what is reduced, with the padding neutral.</summary>
    private List<string> EmitMaps(List<Map> maps, List<Reduce> reductions)
    {
        var expressions = new ExpressionWriter(writer, new LaneTarget(context.Element, LaneLeaf), names);
        var stores = maps.Where(map => stored.Contains(map.Result)).Select(map => (map.Result, Value: work.Inline(map.Value, map))).ToList();
        foreach (var map in work.Operations.OfType<Map>().Where(map => !PointWork.IsOfRow(map)))
        {
            expressions.Suggest(work.Inline(map.Value, map), Names.Camel(map.Result.Name) + "Here");
        }

        var texts = expressions.WriteAll([.. stores.Select(store => store.Value), .. reductions.Select(reduce => work.Inline(reduce.Value, reduce))]);
        for (int i = 0; i < stores.Count; i++)
        {
            writer.Line($"V.Store({texts[i]}, ref {names.Of(stores[i].Result)}, {matrixIndex});");
        }

        return [.. reductions.Zip(texts.Skip(stores.Count), Masked)];
    }

    private string Masked(Reduce reduce, string value) =>
        work.Space.Columns % Padding.Block == 0
            ? value
            : $"V.Select(Below(column, {work.Space.Columns}), {value}, V.Broadcast({context.Element.Literal(Neutral(reduce.Join))}))";

    private void EmitRowValue(Operation operation, string value)
    {
        if (operation is Reduce { Axes: Axes.All } total)
        {
            writer.Line($"{TotalOf(total)} += {value};");
            return;
        }

        bool kept = stored.Contains(operation.Result);
        string name = names.New(Names.Camel(operation.Result.Name) + (kept ? "Here" : ""));
        rowValues[operation.Result] = name;
        writer.Line($"{context.Element.Name} {name} = {value};");
        if (kept)
        {
            writer.Line($"At(ref {names.Of(operation.Result)}, row) = {name};");
        }
    }

    private string LaneLeaf(Expression leaf) => leaf switch
    {
        ColumnIndex => "V.Indices(column)",
        Uniform uniform => $"V.Uniform({names.Of(uniform.Key)}, {PlaceInBatch()} + column)",
        Read { Tensor.Kind: TensorKind.Matrix } read => $"V.Load(ref {names.Of(read.Tensor == contract?.Sums ? contract.Destination : read.Tensor)}, {matrixIndex})",
        Read { Tensor.Kind: TensorKind.PerColumn } read => $"V.Load(ref {names.Of(read.Tensor)}, column)",
        Read read => $"V.Broadcast({RowLeaf(read)})",
        _ => throw new ArgumentOutOfRangeException(nameof(leaf)),
    };

    /// <summary>The number of elements before a row in its batch, padding not counted.</summary>
    private string PlaceInBatch() =>
        $"{(work.Space.Rows == 1 ? "(firstSample + row)" : $"((nint)firstSample * {work.Space.Rows} + row)")} * {work.Space.Columns}";

    private string RowLeaf(Expression leaf) => leaf switch
    {
        Read { Tensor: { Kind: TensorKind.PerRow } tensor } =>
            rowValues.TryGetValue(tensor, out string? name) ? name : $"At(ref {names.Of(tensor)}, row)",
        Read { Tensor: { Kind: TensorKind.Scalar or TensorKind.Argument } tensor } => names.Of(tensor),
        _ => throw new ArgumentOutOfRangeException(nameof(leaf)),
    };
}
