using System.Collections.Generic;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Passes;

/// <summary>
/// Kernels want the right factor's columns along the lanes: where a program contracts over them, a transposed copy is made
/// first. It costs one move per weight against two multiply-adds per weight and sample.
/// </summary>
internal static class Transposition
{
    public static IEnumerable<Operation> Insert(IEnumerable<Operation> operations)
    {
        foreach (var operation in operations)
        {
            if (operation is Contract { TransposeRight: true } contract)
            {
                var right = contract.Right;
                var copy = new Tensor($"{right.Name}.transposed", TensorKind.Matrix, false, right.Columns, right.Rows);
                yield return new Transpose(copy, right);
                yield return contract with { Right = copy, TransposeRight = false };
            }
            else
            {
                yield return operation;
            }
        }
    }
}
