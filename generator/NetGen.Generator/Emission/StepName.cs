using System.Linq;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>Names the method of a step after the layers whose outputs it makes, or after what it leaves in memory.</summary>
internal static class StepName
{
    private const int MostLayers = 3;

    public static string Of(Step step, Tensor lossSum)
    {
        if (step.Results.Contains(lossSum))
        {
            return "Loss";
        }

        var results = step.Results.Select(tensor => tensor.Name).Distinct().ToList();
        var layers = results.Where(name => !name.Contains('.')).ToList();
        if (layers.Count > 0)
        {
            return string.Concat(layers.Take(MostLayers - 1).Concat(layers.Skip(MostLayers - 1).Reverse().Take(1)).Select(Names.Pascal));
        }

        string last = step.Results.LastOrDefault(step.Stored.Contains)?.Name ?? results[results.Count - 1];
        return Names.Pascal(last);
    }
}
