using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>Says in formulas what a step computes.</summary>
internal static class StepFormula
{
    public static IEnumerable<string> Lines(Step step) => step.Operations
        .Where(operation => step is not ContractStep { Start: { } start } || operation != start)
        .Select(operation => Line(step, operation));

    /// <summary>What an update assigns: a value that an earlier line has worked out goes by its name there.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<(Tensor Target, Expression Value)> assignments)
    {
        var known = new Dictionary<Expression, Expression>();
        foreach (var (target, value) in assignments)
        {
            yield return $"{target} ← {value.Replace(part => known.TryGetValue(part, out var name) ? name : null)}";
            if (value.Parts().Any())
            {
                known[value] = new Read(target.Space.Matrix(NewValue(target)));
            }
        }
    }

    /// <summary>What the value is called that a tensor is about to be assigned.</summary>
    public static string NewValue(Tensor target) => "new" + Names.Pascal(target.Name);

    private static string Line(Step step, Operation operation) => operation switch
    {
        Contract contract => $"{((ContractStep)step).Sums} = {Factor(contract.Left, contract.TransposeLeft)} · {Factor(contract.Right, contract.TransposeRight)}{Bias((ContractStep)step)}    {Extent(contract)}",
        Map map => $"{map.Result} = {map.Value}",
        Assign assign => $"{assign.Result} ← {assign.Value}",
        Reduce reduce => $"{reduce.Result} = {(reduce.Join == Join.Sum ? "Σ" : "max")} over {Over(reduce)}: {reduce.Value}",
        Transpose transpose => $"{transpose.Result} = {transpose.Source}ᵀ",
        Rearrange rearrange => $"{rearrange.Result} ← {rearrange.Source}    {Extent(rearrange.Source, false)} to {Extent(rearrange.Result, false)}",
        _ => operation.ToString(),
    };

    private static string Over(Reduce reduce) => reduce.Axes switch
    {
        Axes.Columns => "columns",
        Axes.Rows => "rows",
        _ => "all",
    };

    private static string Bias(ContractStep step) => step.Bias is { } bias ? $" + {bias}" : "";

    private static string Factor(Tensor tensor, bool transposed) => transposed ? $"{tensor}ᵀ" : tensor.Name;

    private static string Extent(Contract contract) => $"{Extent(contract.Left, contract.TransposeLeft)} · {Extent(contract.Right, contract.TransposeRight)}";

    private static string Extent(Tensor tensor, bool transposed)
    {
        string rows = !tensor.PerSample ? $"{tensor.Rows}" : tensor.Rows == 1 ? "n" : $"n · {tensor.Rows}";
        return transposed ? $"[{tensor.Columns}, {rows}]" : $"[{rows}, {tensor.Columns}]";
    }
}
