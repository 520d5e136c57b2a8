using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Passes;

/// <summary>What a kernel takes: the samples' number, the first one's place in the batch, tensors in memory, and single values.</summary>
/// <param name="TakesSamples">Whether it takes the number of samples.</param>
/// <param name="TakesFirstSample">Whether it takes the place of its first sample in the batch, by which random numbers differ.</param>
/// <param name="Memory">The tensors.</param>
/// <param name="Arguments">The single values.</param>
internal sealed record KernelSignature(bool TakesSamples, bool TakesFirstSample, IReadOnlyList<Tensor> Memory, IReadOnlyList<Tensor> Arguments)
{
    /// <summary>What a planned step takes: <see cref="Step.Signature"/> keeps it.</summary>
    public static KernelSignature Of(Step step)
    {
        var operands = step.Operands.ToList();
        var memory = operands.Where(operand => !IsArgument(operand))
            .Concat(step.Results.Where(step.Stored.Contains))
            .Distinct()
            .ToList();
        return new KernelSignature(
            memory.Any(tensor => tensor.PerSample),
            operands.Any(operand => operand.Kind == TensorKind.Key),
            memory,
            operands.Where(IsArgument).ToList());
    }

    private static bool IsArgument(Tensor tensor) => tensor.Kind is TensorKind.Argument or TensorKind.Key;
}
