namespace NetGen.Reference;

/// <summary>The central difference of one parameter.</summary>
/// <param name="Index">Its place in its tensor, in row-major order.</param>
/// <param name="Value">The derivative.</param>
/// <param name="IsCorner">Whether the objective has a corner within the step, so that <paramref name="Value"/> means nothing.</param>
/// <param name="Uncertainty">
/// How far <paramref name="Value"/> may be off, by what the objective was seen to do within the step: a corner too small to be
/// marked, curvature, rounding.
/// </param>
public readonly record struct NumericalGradient(int Index, double Value, bool IsCorner, double Uncertainty);
