using System.Globalization;

namespace NetGen;

/// <summary>One argument of an operation.</summary>
/// <param name="Name">Its name in camel case.</param>
/// <param name="Number">Its value; a flag is 0 or 1.</param>
public sealed record ArgumentDescription(string Name, double Number)
{
    /// <summary>Such as <c>units: 128</c>; the same in any culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: {Number:R}");
}
