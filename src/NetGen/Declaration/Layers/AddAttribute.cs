namespace NetGen;

/// <summary>Adds the output of an earlier node to the previous one's: a residual connection. The shapes are equal.</summary>
public sealed class AddAttribute : LayerAttribute
{
    /// <summary>Declares the node.</summary>
    /// <param name="with">The name of an earlier node, whose output is the second operand.</param>
    public AddAttribute(string with) => With = with;

    /// <summary>The name of the node whose output is the second operand.</summary>
    public string With { get; }
}
