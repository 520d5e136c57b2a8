using System.Globalization;

namespace NetGen;

/// <summary>Something that is wrong with a training, and what to do about it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Layer">The layer that shows it; null where it is of the whole network, or the layer is not known.</param>
/// <param name="Step">The step at which it was found, from 1.</param>
/// <param name="Message">What was seen, with the numbers.</param>
public sealed record Finding(FindingKind Kind, string? Layer, long Step, string Message)
{
    /// <summary>What to do about it; the likeliest cure first.</summary>
    public string Advice => FindingAdvice.For(Kind);

    /// <summary>One line for people, the same in any culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"step {Step}: {Message} {Advice}");
}
