using System.Collections.Generic;

namespace NetGen.Generator.Parsing;

/// <summary>The names that every generated class takes.</summary>
internal static class GeneratedMembers
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "InputSize", "OutputSize", "ParameterCount", "Description", "Parameters",
        "Predict", "PredictMany", "PredictProbabilities", "Classify", "CreateTrainer", "Fit", "Evaluate", "Save", "Load",
        "Kernels", "LaneTrainer", "Run",
    ];
}
