namespace NetGen;

/// <summary>Adds the output of an earlier node to the previous one's: a residual connection. The shapes are equal.</summary>
/// <param name="with">The name of an earlier node, whose output is the second operand.</param>
public sealed class AddAttribute(string with) : CombiningAttribute(with);
