using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>What a kernel takes: the samples' number, tensors in memory, and single values.</summary>
internal sealed record KernelSignature(bool TakesSamples, IReadOnlyList<Tensor> Memory, IReadOnlyList<Tensor> Arguments)
{
    public static KernelSignature Of(Step step)
    {
        var operands = step.Operands.ToList();
        var memory = operands.Where(operand => operand.Kind != TensorKind.Argument)
            .Concat(step.Results.Where(step.Stored.Contains))
            .Distinct()
            .ToList();
        return new KernelSignature(
            memory.Any(tensor => tensor.PerSample),
            memory,
            operands.Where(operand => operand.Kind == TensorKind.Argument).ToList());
    }
}
