using System;
using NetGen.Generator.Expressions;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>Writes a sum over rows: for each vector of columns, all rows in order.</summary>
internal sealed class RowSumEmitter(KernelContext context, CodeWriter writer, Names names)
{
    public void Emit(RowSumStep step)
    {
        var reduce = step.Reduce;
        using (writer.Block($"for (nint column = 0; column < {step.Extent ?? $"{reduce.Space.Columns}"}; column += V.Count)"))
        {
            writer.Line($"V total = V.Broadcast({context.Element.Literal(0)});");
            using (writer.Block($"for (nint row = 0; row < {KernelContext.Rows(reduce.Space.PerSample, reduce.Space.Rows)}; row++)"))
            {
                var expressions = new ExpressionWriter(writer, new LaneTarget(context.Element, Leaf), names);
                expressions.Announce(reduce.Value);
                string term = expressions.Write(reduce.Value);
                writer.Line($"total += {term};");
            }

            writer.Line($"V.Store(total, ref {names.Of(reduce.Result)}, column);");
        }
    }

    private string Leaf(Expression leaf) => leaf switch
    {
        ColumnIndex => "V.Indices(column)",
        Read { Tensor: var tensor } => tensor.Kind switch
        {
            TensorKind.Matrix => $"V.Load(ref {names.Of(tensor)}, row * {context.StrideOf(tensor)} + column)",
            TensorKind.PerColumn => $"V.Load(ref {names.Of(tensor)}, column)",
            TensorKind.PerRow => $"V.Broadcast(At(ref {names.Of(tensor)}, row))",
            _ => $"V.Broadcast({names.Of(tensor)})",
        },
        _ => throw new ArgumentOutOfRangeException(nameof(leaf)),
    };
}
