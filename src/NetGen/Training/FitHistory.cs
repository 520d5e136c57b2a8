namespace NetGen;

/// <summary>What a training came to, epoch by epoch.</summary>
/// <param name="epochs">The epochs in order.</param>
public sealed class FitHistory(IReadOnlyList<EpochResult> epochs)
{
    /// <summary>The epochs in order; at least one.</summary>
    public IReadOnlyList<EpochResult> Epochs { get; } = epochs;

    /// <summary>The last epoch.</summary>
    public EpochResult Last => Epochs[^1];
}
