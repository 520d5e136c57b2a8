namespace NetGen.Generator.Tests.Behaviour;

/// <summary>A network to probe.</summary>
/// <param name="Name">Its class.</param>
/// <param name="Element">Its element type.</param>
/// <param name="Attributes">Its layers, loss and optimizer.</param>
/// <param name="Inputs">Elements of a sample.</param>
/// <param name="Outputs">Elements of a sample's outputs.</param>
internal sealed record ProbeCase(string Name, string Element, string Attributes, int Inputs, int Outputs)
{
    /// <summary>Whether training computes something else than prediction.</summary>
    public bool HasModes { get; init; }

    public bool TakesLabels => Attributes.Contains(", CrossEntropy", StringComparison.Ordinal);

    public bool HasProbabilities => Attributes.Contains("CrossEntropy", StringComparison.Ordinal);

    public bool IsDouble => Element == "double";
}
