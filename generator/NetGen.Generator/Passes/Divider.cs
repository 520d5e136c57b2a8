using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Passes;

/// <summary>
/// Decides how the members of a team share out each step: by samples, or, in layers of many weights, by units, so that each member
/// reads and updates weights of its own.
/// </summary>
internal static class Divider
{
    /// <summary>Divides all steps of training.</summary>
    public static void Divide(IReadOnlyList<Step> steps)
    {
        var ofUnits = new HashSet<Tensor>(steps.OfType<ContractStep>().Where(IsWeightGradient).Select(step => step.Contract)
            .Where(contract => CostModel.SharesUnits(contract.Result)).Select(contract => contract.Right));
        foreach (var step in steps)
        {
            step.Division = step is ContractStep contract && IsOfUnits(contract, ofUnits) ? Division.Columns : Of(step);
        }
    }

    /// <summary>Divides a forward pass that serves prediction too: only what training shares out as well, by the same kernels.</summary>
    public static void DivideForward(IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            step.Division = step is ContractStep contract && IsOfUnits(contract, []) ? Division.Columns
                : Of(step) == Division.Samples ? Division.Samples
                : Division.None;
        }
    }

    private static Division Of(Step step) => step switch
    {
        ContractStep contract when IsWeightGradient(contract) => Division.Rows,
        ContractStep contract when IsOfWeights(contract) => Division.Samples,
        PointStep or RearrangeStep when IsOfSamples(step) => Division.Samples,
        RowSumStep columns when !columns.Operations.Any(operation => ((Pointwise)operation).Value.All().Any(part => part is ColumnIndex or Uniform)) => Division.Columns,
        TransposeStep transpose => CostModel.SharesUnits(transpose.Transpose.Source) ? Division.Units : Division.Columns,
        _ => Division.None,
    };

    /// <summary>Whether a step of samples or of a gradient goes by units.</summary>
    /// <param name="step">The step.</param>
    /// <param name="ofUnits">The gradients of samples from which gradients of weights are made that are shared by units.</param>
    private static bool IsOfUnits(ContractStep step, HashSet<Tensor> ofUnits) => IsWeightGradient(step)
        ? CostModel.SharesUnits(step.Contract.Result)
        : IsOfWeights(step) && step.Contract.Right.IsInStrips() && (CostModel.SharesUnits(step.Contract.Right) || step.Results.Any(ofUnits.Contains));

    private static bool IsWeightGradient(ContractStep step) =>
        step is { Contract: { TransposeLeft: true, Left.PerSample: true, Right.PerSample: true, Result.PerSample: false }, Start: null, Work.Operations.Count: 0 };

    private static bool IsOfWeights(ContractStep step) => step.Contract is { TransposeLeft: false, Right.PerSample: false } && IsOfSamples(step);

    /// <summary>Whether each sample's results are its own: nothing is made that all samples share, such as a total.</summary>
    private static bool IsOfSamples(Step step) => step.Results.All(result => result.PerSample);
}
