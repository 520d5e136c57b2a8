using System.Globalization;

namespace NetGen;

/// <summary>Checks of schedules' arguments.</summary>
internal static class ScheduleCheck
{
    /// <summary>Checks that a number is positive and finite.</summary>
    public static double Positive(double value, string name) =>
        value is > 0 and < double.PositiveInfinity ? value : throw Refused(value, name, "a positive number");

    /// <summary>Checks that a number is finite and at least a minimum.</summary>
    public static double AtLeast(double minimum, double value, string name) =>
        value >= minimum && double.IsFinite(value) ? value : throw Refused(value, name, $"a number of at least {minimum.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Checks that a rate is from 0 to another.</summary>
    public static double Minimum(double value, double rate, string name) =>
        value >= 0 && value <= rate ? value : throw Refused(value, name, $"a number from 0 to {rate.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Checks that a number is above 0 and below 1.</summary>
    public static double Share(double value, string name) => value is > 0 and < 1 ? value : throw Refused(value, name, "a number above 0 and below 1");

    /// <summary>Checks a number of steps.</summary>
    public static long Steps(long value, string name, long minimum = 1) => value >= minimum
        ? value
        : throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"Expected at least {minimum}."));

    private static ArgumentOutOfRangeException Refused(double value, string name, string expected) => new(name, value, $"Expected {expected}.");
}
