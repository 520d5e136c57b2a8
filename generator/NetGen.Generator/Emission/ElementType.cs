using System.Globalization;

namespace NetGen.Generator.Emission;

/// <summary>How the network's element type is written.</summary>
internal sealed record ElementType(string Name, string Suffix, int Bytes)
{
    public static ElementType Of(Precision precision) =>
        precision == Precision.Double ? new ElementType("double", "", 8) : new ElementType("float", "f", 4);

    /// <summary>A number that reads back as the nearest element, whatever the culture.</summary>
    public string Literal(double value)
    {
        value = Bytes == 4 ? (float)value : value;
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return $"{Name}.{(double.IsNaN(value) ? "NaN" : value > 0 ? "PositiveInfinity" : "NegativeInfinity")}";
        }

        string digits = Bytes == 4 ? ((float)value).ToString("R", CultureInfo.InvariantCulture) : RoundTrip(value);
        return digits + (Bytes == 4 ? Suffix : IsInteger(digits) ? ".0" : "");
    }

    /// <summary>A number in double.</summary>
    public static string HostLiteral(double value) => Of(Precision.Double).Literal(value);

    private static bool IsInteger(string digits) => digits.IndexOfAny(['.', 'E', 'e']) < 0;

    /// <summary>"R" is not always right on the runtime that hosts some compilers; 17 digits are.</summary>
    private static string RoundTrip(double value)
    {
        string digits = value.ToString("R", CultureInfo.InvariantCulture);
        return double.Parse(digits, CultureInfo.InvariantCulture) == value ? digits : value.ToString("G17", CultureInfo.InvariantCulture);
    }
}
