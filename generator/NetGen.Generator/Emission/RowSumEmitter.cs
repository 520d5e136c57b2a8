using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>
/// Writes work of columns, one vector of them after another: the sums over all rows in order, then what is computed of them.
/// </summary>
internal sealed class RowSumEmitter(KernelContext context, CodeWriter writer, Names names)
{
    private readonly Dictionary<Tensor, string> totals = [];

    public void Emit(RowSumStep step)
    {
        var reductions = step.Reductions.ToList();
        string columns = step.Extent is { } own ? $"column = {own}.First; column < {own}.End" : $"column = 0; column < {step.Columns}";
        using (writer.Block($"for (nint {columns}; column += V.Count)"))
        {
            if (reductions.Count > 0)
            {
                EmitSums(reductions);
            }

            foreach (var reduce in reductions.Where(reduce => step.Stored.Contains(reduce.Result)))
            {
                writer.Line($"V.Store({totals[reduce.Result]}, ref {names.Of(reduce.Result)}, column);");
            }

            EmitColumns(step);
        }
    }

    private void EmitSums(List<Reduce> reductions)
    {
        foreach (var reduce in reductions)
        {
            totals[reduce.Result] = reductions.Count == 1 ? "total" : names.New(Names.Camel(reduce.Result.Name) + "Total");
            writer.Line($"V {totals[reduce.Result]} = V.Broadcast({context.Element.Literal(0)});");
        }

        using (writer.Block($"for (nint row = 0; row < {KernelContext.Rows(reductions[0].Space.PerSample, reductions[0].Space.Rows)}; row++)"))
        {
            var expressions = new ExpressionWriter(writer, new LaneTarget(context.Element, Leaf), names);
            var terms = expressions.WriteAll(reductions.Select(reduce => reduce.Value));
            for (int i = 0; i < reductions.Count; i++)
            {
                writer.Line($"{totals[reductions[i].Result]} += {terms[i]};");
            }
        }
    }

    /// <summary>Maps and assignments; whatever they read has been read before any of them is stored.</summary>
    private void EmitColumns(RowSumStep step)
    {
        var maps = step.OfSums.OfType<Map>().ToDictionary(map => map.Result, map => map.Value);
        var expressions = new ExpressionWriter(writer, new LaneTarget(context.Element, Leaf), names);
        var values = new List<(Tensor Target, Expression Value)>();
        foreach (var operation in step.OfSums)
        {
            var value = Inline(operation.Value, maps);
            expressions.Suggest(value, Names.Camel(operation.Result.Name) + "Here");
            if (step.Stored.Contains(operation.Result))
            {
                values.Add((operation.Result, value));
            }
        }

        var texts = expressions.WriteAll(values.Select(each => each.Value));
        for (int i = 0; i < texts.Count; i++)
        {
            writer.Line($"V.Store({texts[i]}, ref {names.Of(values[i].Target)}, column);");
        }
    }

    private static Expression Inline(Expression expression, Dictionary<Tensor, Expression> maps) => expression.Replace(part =>
        part is Read { Tensor: var tensor } && maps.TryGetValue(tensor, out var value) ? Inline(value, maps) : null);

    private string Leaf(Expression leaf) => leaf switch
    {
        ColumnIndex => "V.Indices(column)",
        Read { Tensor: var tensor } => tensor.Kind switch
        {
            TensorKind.Matrix => $"V.Load(ref {names.Of(tensor)}, row * {context.StrideOf(tensor)} + column)",
            TensorKind.PerColumn when totals.TryGetValue(tensor, out string? total) => total,
            TensorKind.PerColumn => $"V.Load(ref {names.Of(tensor)}, column)",
            TensorKind.PerRow => $"V.Broadcast(At(ref {names.Of(tensor)}, row))",
            _ => $"V.Broadcast({names.Of(tensor)})",
        },
        _ => throw new ArgumentOutOfRangeException(nameof(leaf)),
    };
}
