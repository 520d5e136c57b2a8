namespace NetGen;

/// <summary>Multiplies the previous node's output by an earlier one's, element by element: a gate. The shapes are equal.</summary>
/// <param name="with">The name of an earlier node, whose output is the second operand.</param>
public sealed class MultiplyAttribute(string with) : CombiningAttribute(with);
