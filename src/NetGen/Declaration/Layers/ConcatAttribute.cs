namespace NetGen;

/// <summary>Joins the previous node's output and an earlier one's, in that order, on the first axis. The other axes are equal.</summary>
public sealed class ConcatAttribute : LayerAttribute
{
    /// <summary>Declares the node.</summary>
    /// <param name="with">The name of an earlier node, whose output is the second operand.</param>
    public ConcatAttribute(string with) => With = with;

    /// <summary>The name of the node whose output is the second operand.</summary>
    public string With { get; }
}
