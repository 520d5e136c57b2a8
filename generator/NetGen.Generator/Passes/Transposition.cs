using System.Collections.Generic;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Passes;

/// <summary>
/// Kernels want the right factor's columns along the lanes: where a program contracts over them, a transposed copy is made
/// first. It costs one move per weight against two multiply-adds per weight and sample: measured, 1 to 3 % of a step. It is made in
/// every backward pass, and not kept by the update, since a program may write to the parameters in between.
/// </summary>
internal static class Transposition
{
    /// <summary>Inserts the copies.</summary>
    /// <param name="operations">A pass in order.</param>
    /// <param name="isAhead">
    /// Whether each copy is made before the contraction before the one that reads it: members of a team then need not wait for it.
    /// </param>
    public static IEnumerable<Operation> Insert(IEnumerable<Operation> operations, bool isAhead)
    {
        var result = new List<Operation>();
        int? last = null;
        foreach (var operation in operations)
        {
            if (operation is Contract { TransposeRight: true } contract)
            {
                var right = contract.Right;
                var copy = new Tensor($"{right.Name}.transposed", TensorKind.Matrix, false, right.Columns, right.Rows);
                result.Insert(isAhead && last is { } place ? place : result.Count, new Transpose(copy, right));
                last = result.Count;
                result.Add(contract with { Right = copy, TransposeRight = false });
            }
            else
            {
                result.Add(operation);
            }
        }

        return result;
    }
}
