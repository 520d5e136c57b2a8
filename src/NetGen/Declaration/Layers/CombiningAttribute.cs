namespace NetGen;

/// <summary>A node that takes a second operand: the output of an earlier one.</summary>
public abstract class CombiningAttribute : LayerAttribute
{
    /// <summary>Declares the node.</summary>
    /// <param name="with">The name of an earlier node, whose output is the second operand.</param>
    protected CombiningAttribute(string with) => With = with;

    /// <summary>The name of the node whose output is the second operand.</summary>
    public string With { get; }
}
