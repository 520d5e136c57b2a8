using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>The kernels of a network under their names: steps whose methods differ in nothing but names share the first one's.</summary>
internal sealed class KernelSet
{
    private readonly Names names = new(
    [
        .. Names.OfObject,
        "V", "At", "NotInlined", "Slack", "Align", "All", "Below", "First", "Pack", "Zero", "Contract", "ContractStrips", "ContractIntoStrips",
        "Transpose", "TransposeStrips", "ReadColumns", "WriteColumns", "StoreBelow", "SumOfLanes", "MaxOfLanes", "MultiplyAdd", "Max", "Min",
        "Abs", "Sqrt", "Exp", "ExpMinusOne", "Log", "LogOnePlus", "Tanh", "TanhInline", "Sigmoid", "SigmoidInline", "Erf", "Sin", "Cos",
        "Predict", "Penalize", "Update", "Kernels",
    ]);

    private readonly Dictionary<string, (Kernel First, string Name, List<string> Results)> kernels = [];
    private readonly Dictionary<Step, string> namesOfSteps = [];

    public KernelSet(CompiledNetwork compiled, CancellationToken cancellation)
    {
        // Straight-line code has no kernels of steps.
        var steps = compiled.IsStraightLine ? [] : compiled.Training.Steps.Concat(compiled.Prediction.Steps);
        var emitter = new KernelEmitter(compiled.Context);
        foreach (var step in steps)
        {
            cancellation.ThrowIfCancellationRequested();
            var kernel = emitter.Emit(step);
            if (!kernels.TryGetValue(kernel.Form, out var known))
            {
                kernels[kernel.Form] = known = (kernel, names.New(StepName.Of(step, compiled.Program.LossSum)), []);
            }

            known.Results.Add(step.Results.Last().Name);
            namesOfSteps[step] = known.Name;
        }
    }

    /// <summary>Each kernel once, with the last result of each step that it serves.</summary>
    public IEnumerable<(Kernel First, string Name, List<string> Results)> All => kernels.Values;

    public string NameOf(Step step) => namesOfSteps[step];

    /// <summary>The call of a step's kernel, with memory named by <paramref name="place"/>.</summary>
    public string Call(Step step, string samples, Func<Tensor, string> place, string owner = "", string? extent = null, string firstSample = "0")
    {
        var signature = step.Signature;
        IEnumerable<string> arguments = signature.Memory.Select(tensor => "ref " + place(tensor)).Concat(signature.Arguments.Select(place));
        if (signature.TakesFirstSample)
        {
            arguments = arguments.Prepend(firstSample);
        }

        if (signature.TakesSamples)
        {
            arguments = arguments.Prepend(samples);
        }

        if (extent is not null)
        {
            arguments = arguments.Prepend(extent);
        }

        return $"{owner}{NameOf(step)}({string.Join(", ", arguments)});";
    }
}
