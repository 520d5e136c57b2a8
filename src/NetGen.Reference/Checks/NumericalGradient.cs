namespace NetGen.Reference;

/// <summary>The central difference of one parameter.</summary>
/// <param name="Index">Its place in its tensor, in row-major order.</param>
/// <param name="Value">The derivative.</param>
/// <param name="IsCorner">Whether the objective has a corner within the step, so that <paramref name="Value"/> means nothing.</param>
public readonly record struct NumericalGradient(int Index, double Value, bool IsCorner);
