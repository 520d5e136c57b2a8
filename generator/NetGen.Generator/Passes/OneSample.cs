using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Passes;

/// <summary>What training with one sample makes simpler: the mean of one loss is that loss.</summary>
internal static class OneSample
{
    /// <summary>Whether the loss of one sample is not scaled: nothing weighs it, and it is no mean over outputs.</summary>
    public static bool IsUnscaled(TensorProgram program) => program.SampleWeights is null && program.LossCount == 1;

    /// <summary>A step's operations with one sample.</summary>
    public static IEnumerable<Operation> Simplify(TensorProgram program, IEnumerable<Operation> operations) =>
        IsUnscaled(program) ? operations.Select(operation => WithoutScale(operation, new Read(program.LossScale))) : operations;

    private static Operation WithoutScale(Operation operation, Expression scale) =>
        operation is Pointwise pointwise ? pointwise with { Value = pointwise.Value.Replace(scale, Algebra.One) } : operation;
}
