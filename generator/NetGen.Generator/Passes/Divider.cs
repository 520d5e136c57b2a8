using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Passes;

/// <summary>Decides how the members of a team share out each step.</summary>
internal static class Divider
{
    public static void Divide(IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            step.Division = Of(step);
        }
    }

    /// <summary>As <see cref="Divide"/>, for steps that serve prediction too, where nothing but samples is shared out.</summary>
    public static void DivideSamples(IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            step.Division = Of(step) == Division.Samples ? Division.Samples : Division.None;
        }
    }

    private static Division Of(Step step) => step switch
    {
        ContractStep { Contract: { TransposeLeft: true, Left.PerSample: true, Right.PerSample: true }, Start: null, Work.Operations.Count: 0 } contract
            when !contract.Contract.Result.PerSample => Division.Rows,
        ContractStep { Contract: { TransposeLeft: false, Right.PerSample: false } } when IsOfSamples(step) => Division.Samples,
        PointStep or RearrangeStep when IsOfSamples(step) => Division.Samples,
        RowSumStep columns when !columns.Operations.Any(operation => ((Pointwise)operation).Value.All().Any(part => part is ColumnIndex or Uniform)) => Division.Columns,
        TransposeStep => Division.Columns,
        _ => Division.None,
    };

    /// <summary>Whether each sample's results are its own: nothing is made that all samples share, such as a total.</summary>
    private static bool IsOfSamples(Step step) => step.Results.All(result => result.PerSample);
}
