using static System.FormattableString;

namespace NetGen.Generator.Binding;

/// <summary>Says what is wrong with an argument; null where nothing is.</summary>
internal static class Ranges
{
    public static string? Positive(string name, double value) =>
        value > 0 && !double.IsInfinity(value) ? OfFloat(name, value) : Invariant($"{name} must be positive and finite, but is {value}");

    public static string? NotNegative(string name, double value) =>
        value >= 0 && !double.IsInfinity(value) ? OfFloat(name, value) : Invariant($"{name} must be at least 0 and finite, but is {value}");

    public static string? Share(string name, double value) =>
        value is >= 0 and <= 1 ? OfFloat(name, value) : Invariant($"{name} must be from 0 to 1, but is {value}");

    public static string? BelowOne(string name, double value) =>
        value is >= 0 and < 1 ? OfFloat(name, value) : Invariant($"{name} must be from 0 to below 1, but is {value}");

    public static string? Finite(string name, double value) =>
        double.IsNaN(value) || double.IsInfinity(value) ? Invariant($"{name} must be finite, but is {value}") : OfFloat(name, value);

    /// <summary>In a network's code a number beyond the range of its element type would be 0 or infinite. None of use is beyond that of float.</summary>
    private static string? OfFloat(string name, double value) =>
        value == 0 || ((float)value != 0 && !float.IsInfinity((float)value)) ? null : Invariant($"{name} must be within the range of float, but is {value}");
}
