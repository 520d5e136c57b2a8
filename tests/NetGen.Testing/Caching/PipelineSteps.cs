using Microsoft.CodeAnalysis;

namespace NetGen.Testing;

/// <summary>Finds the steps that a generator's author wrote, named or not, among those that Roslyn put around them.</summary>
internal static class PipelineSteps
{
    private static readonly HashSet<string> Inputs =
        ["Compilation", "CompilationOptions", "ParseOptions", "AdditionalTexts", "AnalyzerConfigOptions", "MetadataReferences"];

    public static IReadOnlyCollection<IncrementalGeneratorRunStep> Of(GeneratorRunResult run)
    {
        var steps = new HashSet<IncrementalGeneratorRunStep>();
        var open = new Stack<IncrementalGeneratorRunStep>(
            run.TrackedSteps.Values.Concat(run.TrackedOutputSteps.Values).SelectMany(tracked => tracked));
        while (open.TryPop(out IncrementalGeneratorRunStep? step))
        {
            // Unnamed steps are not listed, but feed those that are; what feeds Roslyn's own steps is Roslyn's own.
            if (!IsRoslyns(step.Name) && steps.Add(step))
            {
                Array.ForEach([.. step.Inputs], input => open.Push(input.Source));
            }
        }

        return steps;
    }

    private static bool IsRoslyns(string? name) => name is not null
        && (Inputs.Contains(name)
            || name.EndsWith("_ForAttribute", StringComparison.Ordinal)
            || name.EndsWith("_ForAttributeInternal", StringComparison.Ordinal)
            || name == "compilationAndGroupedNodes_ForAttributeWithMetadataName");
}
