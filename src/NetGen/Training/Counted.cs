using System.Globalization;

namespace NetGen;

/// <summary>Numbers of things, for messages.</summary>
internal static class Counted
{
    /// <summary>Such as <c>1 sample</c> or <c>2 samples</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="noun">One of them; several have an <c>s</c>.</param>
    public static string Of(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
