namespace NetGen;

/// <summary>The samples of one step: with labels or with targets, the other being empty.</summary>
/// <param name="inputs">[samples, inputs].</param>
/// <param name="labels">[samples], or empty.</param>
/// <param name="targets">[samples, outputs], or empty.</param>
/// <param name="count">The number of samples.</param>
internal readonly ref struct Batch<T>(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<T> targets, int count)
{
    public ReadOnlySpan<T> Inputs { get; } = inputs;

    public ReadOnlySpan<int> Labels { get; } = labels;

    public ReadOnlySpan<T> Targets { get; } = targets;

    public int Count { get; } = count;
}
