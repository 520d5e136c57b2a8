using System.Globalization;

namespace NetGen.Testing;

/// <summary>
/// A culture that breaks code which formats in the machine's: the minus sign is U+2212, the decimal separator a comma, and
/// letters change case the Turkish way.
/// </summary>
public static class HostileCulture
{
    /// <summary>The culture.</summary>
    public static CultureInfo Culture { get; } = Create();

    /// <summary>Makes it the current culture until the result is disposed; work started meanwhile on other threads has it too.</summary>
    public static IDisposable Enter()
    {
        var scope = new Scope(CultureInfo.CurrentCulture);
        CultureInfo.CurrentCulture = Culture;
        return scope;
    }

    private static CultureInfo Create()
    {
        var culture = (CultureInfo)Turkish().Clone();
        culture.NumberFormat = new NumberFormatInfo
        {
            NegativeSign = "\u2212",
            NumberDecimalSeparator = ",",
            NumberGroupSeparator = ".",
            NaNSymbol = "nope",
            PositiveInfinitySymbol = "\u221E",
            NegativeInfinitySymbol = "\u2212\u221E",
        };
        return CultureInfo.ReadOnly(culture);
    }

    private static CultureInfo Turkish()
    {
        try
        {
            return CultureInfo.GetCultureInfo("tr-TR");
        }
        catch (CultureNotFoundException)
        {
            // A machine without ICU knows the invariant culture only.
            return CultureInfo.InvariantCulture;
        }
    }

    private sealed class Scope(CultureInfo previous) : IDisposable
    {
        public void Dispose() => CultureInfo.CurrentCulture = previous;
    }
}
