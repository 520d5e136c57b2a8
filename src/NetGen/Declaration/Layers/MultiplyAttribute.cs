namespace NetGen;

/// <summary>Multiplies the previous node's output by an earlier one's, element by element: a gate. The shapes are equal.</summary>
public sealed class MultiplyAttribute : LayerAttribute
{
    /// <summary>Declares the node.</summary>
    /// <param name="with">The name of an earlier node, whose output is the second operand.</param>
    public MultiplyAttribute(string with) => With = with;

    /// <summary>The name of the node whose output is the second operand.</summary>
    public string With { get; }
}
