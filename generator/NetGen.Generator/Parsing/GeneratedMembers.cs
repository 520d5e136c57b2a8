using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Parsing;

/// <summary>The names that every generated class takes.</summary>
internal static class GeneratedMembers
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "InputSize", "OutputSize", "ParameterCount", "Description", "Parameters",
        "Predict", "PredictMany", "PredictProbabilities", "Classify", "CreateTrainer", "Fit", "Evaluate", "Save", "Load",
        "Kernels", "LaneTrainer", "Declared", "Run", "get_Description", "get_Parameters",
    ];

    /// <summary>Whether a file is one of the generator's own.</summary>
    public static bool IsGenerated(SyntaxTree tree) =>
        tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)
        && tree.FilePath.IndexOf(typeof(NetworkGenerator).FullName, StringComparison.Ordinal) >= 0;
}
