using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>Writes a sum of products, and the pointwise work on its result.</summary>
internal sealed class ContractEmitter(KernelContext context, CodeWriter writer, Names names, ContractStep step)
{
    private readonly Contract contract = step.Contract;
    private readonly Tensor left = step.Contract.Left;
    private readonly Tensor right = step.Contract.Right;
    private readonly Tensor result = step.Destination;

    private string Rows => KernelContext.Rows(contract.Result.PerSample, contract.Result.Rows);

    /// <summary>The number of products in each sum.</summary>
    private string Depth => contract.TransposeLeft ? KernelContext.Rows(left.PerSample, left.Rows) : $"{left.Columns}";

    private string Start => step.Bias is { } bias ? $"ref {names.Of(bias)}" : "ref Zero()";

    public void Emit()
    {
        if (contract.Result.IsInStrips())
        {
            EmitIntoStrips();
        }
        else if (right.IsInStrips())
        {
            EmitStrips();
        }
        else
        {
            EmitRows();
        }

        if (step.Work.Operations.Count > 0)
        {
            new PointEmitter(context, writer, names, step.Work, step.Stored, step).Emit();
        }
    }

    private void EmitRows()
    {
        int stride = context.StrideOf(left);
        string steps = contract.TransposeLeft ? $"1, {stride}" : $"{stride}, 1";
        var (rows, leftPlace, resultPlace) = (Rows, names.Of(left), names.Of(result));
        if (step.Division == Division.Rows)
        {
            rows = $"{step.Extent}.Count";
            leftPlace = $"At(ref {leftPlace}, {step.Extent}.First)";
            resultPlace = $"At(ref {resultPlace}, {step.Extent}.First * {context.StrideOf(result)})";
        }

        EmitCall(
            "Contract",
            $"{rows}, {result.Columns}, {Depth}, ref {leftPlace}, {steps}, ref {names.Of(right)}, {context.StrideOf(right)}",
            $"{Start}, ref {resultPlace}, {context.StrideOf(result)}, partialSums: {CostModel.PartialSums(contract)}");
    }

    /// <summary>Writes a contraction with a wide matrix.</summary>
    private void EmitStrips() => EmitCall(
        "ContractStrips",
        $"{Rows}, {step.Extent ?? $"All({result.Columns})"}, {result.Columns}, {Depth}, ref {names.Of(left)}, {context.StrideOf(left)}",
        $"ref {names.Of(right)}, {Start}, ref {names.Of(result)}, {context.StrideOf(result)}");

    /// <summary>Writes the gradient of a wide matrix.</summary>
    private void EmitIntoStrips()
    {
        string ownRows = step.Division == Division.Rows ? step.Extent! : $"All({result.Rows})";
        string ownColumns = step.Division == Division.Columns ? step.Extent! : $"All({result.Columns})";
        EmitCall(
            "ContractIntoStrips",
            $"{ownRows}, {result.Rows}, {ownColumns}, {result.Columns}, {Depth}",
            $"ref {names.Of(left)}, {context.StrideOf(left)}, ref {names.Of(right)}, {context.StrideOf(right)}, ref {names.Of(result)}");
    }

    private void EmitCall(string method, string operands, string results)
    {
        writer.Line($"{method}(");
        using (writer.Indented())
        {
            writer.Line(operands + ",").Line(results + ");");
        }
    }
}
