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
        ["samples", "firstSample", "rows", "columns", "row", "column", "start", "i", "lane", "lanes", "partial", "partials", "stack", "total", "V"];

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
                EmitContract(writer, contract, names);
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
            case TransposeStep { Transpose: var transpose }:
                var (source, copy) = (transpose.Source, transpose.Result);
                writer.Line(step.Extent is null && !source.IsInStrips() && !copy.IsInStrips()
                    ? $"Transpose({source.Rows}, {source.Columns}, ref {names.Of(source)}, {context.StrideOf(source)}, ref {names.Of(copy)}, {context.StrideOf(copy)});"
                    : $"Transpose({step.Extent ?? $"All({copy.Columns})"}, {source.Rows}, {source.Columns}, ref {names.Of(source)}, ref {names.Of(copy)});");
                break;
            case RearrangeStep { Rearrange: var rearrange }:
                EmitRearrange(writer, rearrange, names);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step));
        }
    }

    private void EmitContract(CodeWriter writer, ContractStep step, Names names)
    {
        var contract = step.Contract;
        if (contract.Result.IsInStrips())
        {
            EmitIntoStrips(writer, step, names);
        }
        else if (contract.Right.IsInStrips())
        {
            EmitStrips(writer, step, names);
        }
        else
        {
            EmitRows(writer, step, names);
        }

        if (step.Work.Operations.Count > 0)
        {
            new PointEmitter(context, writer, names, step.Work, step.Stored, step).Emit();
        }
    }

    private void EmitRows(CodeWriter writer, ContractStep step, Names names)
    {
        var contract = step.Contract;
        var (left, right, result) = (contract.Left, contract.Right, step.Destination);
        int stride = context.StrideOf(left);
        string steps = contract.TransposeLeft ? $"1, {stride}" : $"{stride}, 1";
        string rows = KernelContext.Rows(contract.Result.PerSample, contract.Result.Rows);
        var (leftPlace, resultPlace) = (names.Of(left), names.Of(result));
        if (step.Division == Division.Rows)
        {
            rows = $"{step.Extent}.Count";
            leftPlace = $"At(ref {leftPlace}, {step.Extent}.First)";
            resultPlace = $"At(ref {resultPlace}, {step.Extent}.First * {context.StrideOf(result)})";
        }

        EmitCall(
            writer,
            "Contract",
            $"{rows}, {contract.Result.Columns}, {Depth(contract)}, ref {leftPlace}, {steps}, ref {names.Of(right)}, {context.StrideOf(right)}",
            $"{Start(step, names)}, ref {resultPlace}, {context.StrideOf(result)}, partialSums: {CostModel.PartialSums(contract)}");
    }

    /// <summary>Writes a contraction with a wide matrix.</summary>
    private void EmitStrips(CodeWriter writer, ContractStep step, Names names)
    {
        var contract = step.Contract;
        var (left, result) = (contract.Left, step.Destination);
        int columns = contract.Result.Columns;
        EmitCall(
            writer,
            "ContractStrips",
            $"{KernelContext.Rows(contract.Result.PerSample, contract.Result.Rows)}, {step.Extent ?? $"All({columns})"}, {columns}, {Depth(contract)}, ref {names.Of(left)}, {context.StrideOf(left)}",
            $"ref {names.Of(contract.Right)}, {Start(step, names)}, ref {names.Of(result)}, {context.StrideOf(result)}");
    }

    /// <summary>Writes the gradient of a wide matrix.</summary>
    private void EmitIntoStrips(CodeWriter writer, ContractStep step, Names names)
    {
        var contract = step.Contract;
        var (left, right, result) = (contract.Left, contract.Right, step.Destination);
        string ownRows = step.Division == Division.Rows ? step.Extent! : $"All({result.Rows})";
        string ownColumns = step.Division == Division.Columns ? step.Extent! : $"All({result.Columns})";
        EmitCall(
            writer,
            "ContractIntoStrips",
            $"{ownRows}, {result.Rows}, {ownColumns}, {result.Columns}, {Depth(contract)}",
            $"ref {names.Of(left)}, {context.StrideOf(left)}, ref {names.Of(right)}, {context.StrideOf(right)}, ref {names.Of(result)}");
    }

    private static void EmitCall(CodeWriter writer, string method, params string[] arguments)
    {
        writer.Line($"{method}(");
        using (writer.Indented())
        {
            for (int i = 0; i < arguments.Length; i++)
            {
                writer.Line(arguments[i] + (i < arguments.Length - 1 ? "," : ");"));
            }
        }
    }

    /// <summary>The number of products in each sum.</summary>
    private static string Depth(Contract contract) =>
        contract.TransposeLeft ? KernelContext.Rows(contract.Left.PerSample, contract.Left.Rows) : $"{contract.Left.Columns}";

    private static string Start(ContractStep step, Names names) => step.Bias is { } bias ? $"ref {names.Of(bias)}" : "ref Zero()";

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
