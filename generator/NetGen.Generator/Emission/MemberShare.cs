using System;
using System.Linq;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Emission;

/// <summary>A member's share of something that steps divide, as a trainer's passes declare it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Things">The number of things that are shared out, and what of them stays together.</param>
internal sealed record MemberShare(string Name, string Things)
{
    /// <summary>The statement that declares it.</summary>
    public string Declaration => $"var {Name} = member.Share({Things});";

    /// <summary>The share that a step works on; null where the first member does all of it.</summary>
    public static MemberShare? Of(Step step) => step.Division switch
    {
        Division.None => null,
        Division.Samples => new("samples", "Samples"),
        Division.Rows => new($"rows{RowsOf(step)}", $"{RowsOf(step)}"),
        Division.Units => OfColumns(RowsOf(step)),
        _ => OfColumns(ColumnsOf(step)),
    };

    /// <summary>Columns, or the units of a layer that are columns of its weights: they go in blocks of vectors.</summary>
    public static MemberShare OfColumns(int count) => new($"columns{count}", $"{count}, {Padding.Block}");

    private static int RowsOf(Step step) => step.Results.Single().Rows;

    private static int ColumnsOf(Step step) => step switch
    {
        ContractStep contract => contract.Contract.Result.Columns,
        TransposeStep transpose => transpose.Transpose.Result.Columns,
        RowSumStep sum => sum.Columns,
        _ => throw new InvalidOperationException($"{step} is not shared out by columns."),
    };
}
