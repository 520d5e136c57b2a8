using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Emission;

/// <summary>
/// Names the generated files after their classes. Roslyn compares these names without regard to case, and one that occurs
/// twice takes the whole output away, so classes that differ by case alone get a number more.
/// </summary>
internal static class HintNames
{
    /// <summary>Finds the names that differ from another one by case alone.</summary>
    public static EquatableArray<string> FindAmbiguous(IEnumerable<string> metadataNames) => new(metadataNames
        .Where(name => name.Length > 0)
        .Distinct()
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .SelectMany(group => group)
        .OrderBy(name => name, StringComparer.Ordinal));

    /// <summary>The name of a class's file.</summary>
    public static string Of(string metadataName, EquatableArray<string> ambiguous) =>
        ambiguous.Contains(metadataName)
            ? string.Format(CultureInfo.InvariantCulture, "{0}.{1:x8}.g.cs", metadataName, HashOf(metadataName))
            : $"{metadataName}.g.cs";

    /// <summary>FNV-1a: the same in every process, unlike the hash codes of strings.</summary>
    private static uint HashOf(string name) => name.Aggregate(2166136261, (hash, letter) => unchecked((hash ^ letter) * 16777619));
}
