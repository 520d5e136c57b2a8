using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>Writes calls of kernels.</summary>
internal static class KernelCall
{
    /// <summary>The call of a step's kernel, with memory named by <paramref name="place"/>.</summary>
    public static string Of(Step step, string samples, Func<Tensor, string> place, string owner = "", string? extent = null, string firstSample = "0")
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

        return $"{owner}{step.Name}({string.Join(", ", arguments)});";
    }
}
