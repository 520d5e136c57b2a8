using System.Globalization;

namespace NetGen;

/// <summary>Checks of arguments and settings: each gives back a number that is in its range, and refuses any other under a name.</summary>
internal static class ArgumentCheck
{
    /// <summary>Checks that a number is positive and finite.</summary>
    public static double Positive(double value, string name) =>
        value is > 0 and < double.PositiveInfinity ? value : throw Refused(value, name, "a positive number");

    /// <summary>Checks that a number is finite and at least a minimum.</summary>
    public static double AtLeast(double minimum, double value, string name) =>
        value >= minimum && double.IsFinite(value) ? value : throw Refused(value, name, $"a number of at least {Text(minimum)}");

    /// <summary>Checks that a whole number is at least a minimum.</summary>
    public static long AtLeast(long minimum, long value, string name) =>
        value >= minimum ? value : throw Refused(value, name, $"at least {Text(minimum)}");

    /// <inheritdoc cref="AtLeast(long, long, string)"/>
    public static int AtLeast(int minimum, int value, string name) =>
        value >= minimum ? value : throw Refused(value, name, $"at least {Text(minimum)}");

    /// <summary>Checks that a number is from 0 to another.</summary>
    public static double AtMost(double maximum, double value, string name) =>
        value >= 0 && value <= maximum ? value : throw Refused(value, name, $"a number from 0 to {Text(maximum)}");

    /// <summary>Checks that a number is above 0 and below 1.</summary>
    public static double Share(double value, string name) => value is > 0 and < 1 ? value : throw Refused(value, name, "a number above 0 and below 1");

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static ArgumentOutOfRangeException Refused(object value, string name, string expected) => new(name, value, $"Expected {expected}.");
}
