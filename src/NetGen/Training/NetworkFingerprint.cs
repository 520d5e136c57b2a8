namespace NetGen;

/// <summary>What must be the same of a network for its training to go on from a file.</summary>
internal static class NetworkFingerprint
{
    /// <summary>By what messages call it, each as text.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(NetworkDescription network) =>
    [
        ("layers", string.Join("; ", network.Layers.Select(layer => layer.Declaration))),
        ("activations", ActivationFingerprint.Of(network)),
        ("loss", network.Loss.ToString()),
        ("optimizer", network.Optimizer.ToString()),
        ("penalties", network.Regularize?.ToString() ?? "none"),
        ("clipping", network.ClipGradients?.ToString() ?? "none"),
    ];
}
