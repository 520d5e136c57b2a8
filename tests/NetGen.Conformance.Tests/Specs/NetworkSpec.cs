namespace NetGen.Conformance.Tests.Specs;

/// <summary>A network as it was written, in no particular language: a golden case's, or a test's own.</summary>
public sealed record NetworkSpec
{
    public string Name { get; init; } = "test";

    public required IReadOnlyList<OperationSpec> Layers { get; init; }

    public OperationSpec Loss { get; init; } = new("MeanSquaredError");

    public OperationSpec Optimizer { get; init; } = new("Sgd");

    public OperationSpec? Clip { get; init; }

    public OperationSpec? Regularize { get; init; }
}
