using System.Collections.Generic;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Passes;

/// <summary>
/// Kernels want the right factor's columns along the lanes: where a program contracts over them, a transposed copy is made
/// first. It costs one move per weight against two multiply-adds per weight and sample.
/// </summary>
/// <remarks>
/// Measured on Zen 5, copies take 1 to 3 % of a step of 64 samples and more, 6 to 26 % of one of a single sample. They are made in every
/// backward pass, just before they are read, and not kept up to date by the update: a program may write to the parameters in between,
/// and it takes longer. With each 16 rows turned over behind their update, while the first cache has them, thirteen layers of 64 took
/// 5 % more for 1 to 8 samples and 1 % more for 64, 784-512-512-10 up to 3 % more: all copies then stand in memory side by side, and
/// have left the near caches by the time they are read, where copies made in turn share the place of two.
/// </remarks>
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
