using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>
/// Writes pointwise work on rows of few columns. Every lane takes a row: a block of rows is turned over, so that what is reduced
/// along a row is joined column by column, in order, and only totals over all rows cross lanes.
/// </summary>
internal sealed class RowLanesEmitter(KernelContext context, CodeWriter writer, Names names, PointWork work, HashSet<Tensor> stored)
{
    /// <summary>Columns are turned over in groups of this size at most.</summary>
    private const int ColumnGroup = 4;

    private readonly string type = context.Element.Name;
    private readonly int columns = work.Space.Columns;
    private readonly Dictionary<Tensor, string> turned = [];
    private readonly Dictionary<Tensor, string> rowValues = [];
    private readonly Dictionary<Reduce, int> slots = [];

    private string Rows => KernelContext.Rows(work.Space.PerSample, work.Space.Rows);

    private string Zero => $"V.Broadcast({context.Element.Literal(0)})";

    private IEnumerable<Tensor> Sources => work.Operations.SelectMany(operation => operation.Operands).Distinct()
        .Where(operand => operand.Kind == TensorKind.Matrix && work.PhaseOf(operand) is null);

    /// <summary>The matrices that outlive their phase.</summary>
    private IEnumerable<Tensor> Results => work.Operations.OfType<Map>().Select(map => map.Result)
        .Where(result => result.Kind == TensorKind.Matrix && (stored.Contains(result) || work.IsReadLater(result)));

    public void Emit()
    {
        EmitMemory();
        using (writer.Block($"for (nint row = 0; row < {Rows}; row += V.Count)"))
        {
            foreach (var source in Sources)
            {
                writer.Line($"ReadColumns({Rows} - row, {columns}, {RowOf(source)}, ref {turned[source]});");
            }

            for (int phase = 0; phase < work.Phases; phase++)
            {
                EmitPhase(work.Operations.Where(operation => work.PhaseOf(operation) == phase).ToList());
            }

            foreach (var result in Results.Where(stored.Contains))
            {
                writer.Line($"WriteColumns({Rows} - row, {columns}, ref {turned[result]}, {RowOf(result)});");
            }
        }

        foreach (var total in slots.Keys)
        {
            writer.Line($"{names.Of(total.Result)} = SumOfLanes({LanesOf(total)});");
        }
    }

    private string RowOf(Tensor matrix) => $"ref At(ref {names.Of(matrix)}, row * {context.StrideOf(matrix)}), {context.StrideOf(matrix)}";

    /// <summary>The sixteen lanes of a total: that of a row is its place modulo 16, whatever the width of vectors.</summary>
    private string LanesOf(Reduce total) => slots[total] == 0 ? "ref lanes" : $"ref At(ref lanes, {slots[total]})";

    private void EmitMemory()
    {
        foreach (var total in work.Operations.OfType<Reduce>().Where(reduce => reduce.Axes == Axes.All))
        {
            slots[total] = slots.Count * Padding.Block;
        }

        int before = slots.Count * Padding.Block;
        int size = (columns + ColumnGroup - 1) / ColumnGroup * ColumnGroup;
        var matrices = Sources.Concat(Results).ToList();
        writer.Line($"global::System.Span<{type}> stack = stackalloc {type}[{(before == 0 ? "" : $"{before} + ")}{matrices.Count * size} * V.Count + Slack];");
        if (before > 0)
        {
            // Totals start from 0 also where a project has the stack not cleared.
            writer.Line($"stack.Slice(0, {before} + Slack).Clear();");
        }

        writer.Line($"ref {type} lanes = ref Align(stack);");
        for (int i = 0; i < matrices.Count; i++)
        {
            turned[matrices[i]] = names.New(Names.Camel(matrices[i].Name) + "Columns");
            string place = i == 0 ? $"{before}" : $"{(before == 0 ? "" : $"{before} + ")}{i * size} * V.Count";
            writer.Line($"ref {type} {turned[matrices[i]]} = ref At(ref lanes, {place});");
        }
    }

    private void EmitPhase(List<Operation> operations)
    {
        var reductions = work.Reductions.Where(operations.Contains).ToList();
        var maps = operations.OfType<Map>().Where(map => turned.ContainsKey(map.Result)).ToList();
        if (reductions.Count + maps.Count > 0)
        {
            EmitColumns(reductions, maps);
        }

        foreach (var operation in operations.Where(PointWork.IsOfRow))
        {
            var value = ((Pointwise)operation).Value;
            var expressions = new ExpressionWriter(writer, new LaneTarget(context.Element, Leaf), names);
            EmitRowValue(operation, expressions.Write(value));
        }
    }

    /// <summary>Visits the columns: stores what outlives the phase, and joins what is reduced.</summary>
    private void EmitColumns(List<Reduce> reductions, List<Map> maps)
    {
        var joined = reductions.Select(reduce => names.New(Names.Camel(reduce.Result.Name) + (stored.Contains(reduce.Result) ? "Here" : ""))).ToList();
        for (int i = 0; i < reductions.Count; i++)
        {
            writer.Line($"V {joined[i]} = V.Broadcast({context.Element.Literal(PointEmitter.Neutral(reductions[i].Join))});");
        }

        using (writer.Block($"for (nint column = 0; column < {columns}; column++)"))
        {
            var expressions = new ExpressionWriter(writer, new LaneTarget(context.Element, Leaf), names);
            var stores = maps.Select(map => (map.Result, Value: work.Inline(map.Value, map))).ToList();
            var terms = reductions.Select(reduce => work.Inline(reduce.Value, reduce)).ToList();
            foreach (var map in work.Operations.OfType<Map>().Where(map => !PointWork.IsOfRow(map)))
            {
                expressions.Suggest(work.Inline(map.Value, map), Names.Camel(map.Result.Name) + "Here");
            }

            var texts = expressions.WriteAll([.. stores.Select(store => store.Value), .. terms]);
            for (int i = 0; i < stores.Count; i++)
            {
                writer.Line($"V.Store({texts[i]}, ref {turned[stores[i].Result]}, column * V.Count);");
            }

            for (int i = 0; i < reductions.Count; i++)
            {
                string term = texts[stores.Count + i];
                writer.Line(reductions[i].Join == Join.Sum ? $"{joined[i]} += {term};" : $"{joined[i]} = V.Max({joined[i]}, {term});");
            }
        }

        for (int i = 0; i < reductions.Count; i++)
        {
            Keep(reductions[i], joined[i]);
        }
    }

    private void EmitRowValue(Operation operation, string value)
    {
        if (operation is Reduce { Axes: Axes.All })
        {
            Keep(operation, value);
            return;
        }

        string name = names.New(Names.Camel(operation.Result.Name) + (stored.Contains(operation.Result) ? "Here" : ""));
        writer.Line($"V {name} = {value};");
        Keep(operation, name);
    }

    /// <summary>Adds values of rows to their total, or leaves them for later phases and other steps.</summary>
    private void Keep(Operation operation, string value)
    {
        if (operation is Reduce { Axes: Axes.All } total)
        {
            string lane = slots[total] == 0 ? $"row % {Padding.Block}" : $"row % {Padding.Block} + {slots[total]}";
            writer.Line($"V.Store(V.Load(ref lanes, {lane}) + V.Select(Below(row, {Rows}), {value}, {Zero}), ref lanes, {lane});");
            return;
        }

        rowValues[operation.Result] = value;
        if (stored.Contains(operation.Result))
        {
            writer.Line($"StoreBelow({value}, ref {names.Of(operation.Result)}, row, {Rows});");
        }
    }

    private string Leaf(Expression leaf) => leaf switch
    {
        ColumnIndex => $"V.Broadcast(({type})column)",
        Read { Tensor: var tensor } => tensor.Kind switch
        {
            TensorKind.Matrix => $"V.Load(ref {turned[tensor]}, column * V.Count)",
            TensorKind.PerColumn => $"V.Broadcast(At(ref {names.Of(tensor)}, column))",
            TensorKind.PerRow when rowValues.TryGetValue(tensor, out string? value) => value,
            TensorKind.PerRow => $"V.Load(ref {names.Of(tensor)}, row)",
            _ => $"V.Broadcast({names.Of(tensor)})",
        },
        _ => throw new ArgumentOutOfRangeException(nameof(leaf)),
    };
}
