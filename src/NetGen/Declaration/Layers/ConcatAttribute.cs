namespace NetGen;

/// <summary>Joins the previous node's output and an earlier one's, in that order, on the first axis. The other axes are equal.</summary>
/// <param name="with">The name of an earlier node, whose output is the second operand.</param>
public sealed class ConcatAttribute(string with) : CombiningAttribute(with);
