namespace NetGen.Reference;

/// <summary>How numerical gradient descent runs.</summary>
public sealed record NumericalGradientOptions : SearchOptions
{
    /// <summary>The learning rate of the network's optimizer, above 0; null for the one that it was declared with.</summary>
    public double? LearningRate { get; init; }

    /// <summary>
    /// The distance h of <c>(f(w + h) − f(w − h)) / 2h</c>, above 0; null for <c>6.1e-6 · max(1, |w|)</c>, the cube root of
    /// double's machine epsilon, which loses least to curvature and rounding together. Networks in float need about 1e-2.
    /// </summary>
    public double? Distance { get; init; }
}
