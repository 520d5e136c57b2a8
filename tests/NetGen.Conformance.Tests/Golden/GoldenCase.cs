namespace NetGen.Conformance.Tests.Golden;

/// <summary>One network and its training by PyTorch in double.</summary>
public sealed record GoldenCase
{
    public required NetworkSpec Network { get; init; }

    /// <summary>How the learning rate changes, where it does.</summary>
    public OperationSpec? Schedule { get; init; }

    /// <summary>Samples a step.</summary>
    public required int Batch { get; init; }

    /// <summary>The shape of one sample's outputs.</summary>
    public required int[] OutputShape { get; init; }

    /// <summary>The tensors before the first step.</summary>
    public required IReadOnlyDictionary<string, GoldenTensor> Initial { get; init; }

    /// <summary>The gradients of the first step: penalties in, before clipping.</summary>
    public required IReadOnlyDictionary<string, GoldenTensor> FirstGradients { get; init; }

    /// <summary>The tensors after the last step.</summary>
    public required IReadOnlyDictionary<string, GoldenTensor> Final { get; init; }

    public required IReadOnlyList<GoldenStep> Steps { get; init; }

    public required GoldenEvaluation Evaluation { get; init; }
}
