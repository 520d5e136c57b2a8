using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>Writes one step as one method over lanes, with the formulas that it computes.</summary>
internal sealed class KernelEmitter(KernelContext context)
{
    private static readonly string[] Reserved =
        ["samples", "firstSample", "rows", "columns", "units", "row", "column", "start", "i", "lane", "lanes", "partial", "partials", "stack", "total", "V"];

    /// <summary>Writes a step's method.</summary>
    public Kernel Emit(Step step)
    {
        var writer = new CodeWriter();
        var names = new Names(Reserved);
        string parameters = string.Join(", ", Parameters(step, names));
        using (writer.Block($"public static void {Kernel.Placeholder}({parameters})"))
        {
            EmitBody(writer, step, names);
        }

        string code = writer.ToString().TrimEnd('\n');
        return new Kernel([.. StepFormula.Lines(step)], code, names.Canonical(code));
    }

    private IEnumerable<string> Parameters(Step step, Names names)
    {
        var signature = step.Signature;
        if (step.Extent is { } extent)
        {
            yield return $"global::NetGen.Threading.Share {extent}";
        }

        if (signature.TakesSamples)
        {
            yield return "int samples";
        }

        if (signature.TakesFirstSample)
        {
            yield return "int firstSample";
        }

        foreach (var tensor in signature.Memory)
        {
            yield return $"ref {context.Element.Name} {names.Of(tensor)}";
        }

        foreach (var argument in signature.Arguments)
        {
            yield return $"{(argument.Kind == TensorKind.Key ? "ulong" : context.Element.Name)} {names.Of(argument)}";
        }
    }

    private void EmitBody(CodeWriter writer, Step step, Names names)
    {
        switch (step)
        {
            case ContractStep contract:
                new ContractEmitter(context, writer, names, contract).Emit();
                break;
            case PointStep { Work.LanesAreRows: true } rows:
                new RowLanesEmitter(context, writer, names, rows.Work, rows.Stored).Emit();
                break;
            case PointStep point:
                new PointEmitter(context, writer, names, point.Work, point.Stored).Emit();
                break;
            case RowSumStep sum:
                new RowSumEmitter(context, writer, names).Emit(sum);
                break;
            case TransposeStep transpose:
                EmitTranspose(writer, transpose, names);
                break;
            case RearrangeStep { Rearrange: var rearrange }:
                EmitRearrange(writer, rearrange, names);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step));
        }
    }

    private void EmitTranspose(CodeWriter writer, TransposeStep step, Names names)
    {
        var (source, copy) = (step.Transpose.Source, step.Transpose.Result);
        if (step.Extent is null && !source.IsInStrips() && !copy.IsInStrips())
        {
            writer.Line($"Transpose({source.Rows}, {source.Columns}, ref {names.Of(source)}, {context.StrideOf(source)}, ref {names.Of(copy)}, {context.StrideOf(copy)});");
            return;
        }

        string rows = step.Division == Division.Columns ? step.Extent! : $"All({source.Rows})";
        string columns = step.Division == Division.Units ? step.Extent! : $"All({source.Columns})";
        writer.Line($"TransposeStrips({rows}, {source.Rows}, {columns}, {source.Columns}, ref {names.Of(source)}, ref {names.Of(copy)});");
    }

    private void EmitRearrange(CodeWriter writer, Rearrange rearrange, Names names)
    {
        var (source, result) = (rearrange.Source, rearrange.Result);
        var (from, to) = (context.StrideOf(source), context.StrideOf(result));
        var (width, step) = rearrange switch
        {
            _ when source.Columns == result.Columns => (source.Columns, (from, to)),
            _ when result.Rows == 1 && rearrange.SourceStart % source.Columns == 0 && rearrange.Length % source.Columns == 0 => (source.Columns, (from, source.Columns)),
            _ when source.Rows == 1 && rearrange.ResultStart % result.Columns == 0 && rearrange.Length % result.Columns == 0 => (result.Columns, (result.Columns, to)),
            _ => throw new InvalidOperationException($"{source.Name} cannot be rearranged into {result.Name}."),
        };
        writer.Line($"global::NetGen.Kernels.Rearrangement.Copy(samples, {rearrange.Length / width}, {width},");
        using (writer.Indented())
        {
            writer.Line($"ref At(ref {names.Of(source)}, {Place(rearrange.SourceStart, source.Columns, from)}), {context.SizeOf(source)}, {step.Item1},");
            writer.Line($"ref At(ref {names.Of(result)}, {Place(rearrange.ResultStart, result.Columns, to)}), {context.SizeOf(result)}, {step.Item2});");
        }
    }

    /// <summary>The place of an element in memory.</summary>
    private static int Place(int element, int columns, int stride) => (element / columns * stride) + (element % columns);
}
