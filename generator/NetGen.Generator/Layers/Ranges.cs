using static System.FormattableString;

namespace NetGen.Generator.Layers;

/// <summary>Says what is wrong with an argument of a layer; null where nothing is.</summary>
internal static class Ranges
{
    public static string? Finite(string name, double value) =>
        double.IsNaN(value) || double.IsInfinity(value) ? Invariant($"{name} must be finite, but is {value}") : null;
}
