using static System.FormattableString;

namespace NetGen.Generator.Layers;

/// <summary>Says what is wrong with an argument of a layer; null where nothing is.</summary>
internal static class Ranges
{
    public static string? Positive(string name, double value) =>
        value > 0 && !double.IsInfinity(value) ? null : Invariant($"{name} must be positive and finite, but is {value}");

    public static string? NotNegative(string name, double value) =>
        value >= 0 && !double.IsInfinity(value) ? null : Invariant($"{name} must be at least 0 and finite, but is {value}");

    public static string? Share(string name, double value) =>
        value is >= 0 and <= 1 ? null : Invariant($"{name} must be from 0 to 1, but is {value}");

    public static string? BelowOne(string name, double value) =>
        value is >= 0 and < 1 ? null : Invariant($"{name} must be from 0 to below 1, but is {value}");

    public static string? Finite(string name, double value) =>
        double.IsNaN(value) || double.IsInfinity(value) ? Invariant($"{name} must be finite, but is {value}") : null;
}
