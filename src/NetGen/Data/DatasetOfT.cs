namespace NetGen;

/// <summary>Samples of one element type. <c>data[i]</c> is one sample's inputs, <c>data[10..20]</c> a view of some samples.</summary>
/// <typeparam name="T">The element type: the network's.</typeparam>
public sealed class Dataset<T> : Dataset
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlyMemory<T> inputs;
    private readonly ReadOnlyMemory<int> labels;
    private readonly ReadOnlyMemory<T> targets;

    internal Dataset(
        ReadOnlyMemory<T> inputs,
        ReadOnlyMemory<int> labels,
        ReadOnlyMemory<T> targets,
        int count,
        int inputSize,
        int targetSize,
        DatasetNames? names = null)
        : base(count, inputSize, targetSize, names ?? DatasetNames.None)
    {
        this.inputs = inputs;
        this.labels = labels;
        this.targets = targets;
    }

    /// <summary>All inputs, sample after sample, [samples, inputs].</summary>
    public ReadOnlySpan<T> Inputs => inputs.Span;

    /// <summary>The class of each sample; empty where samples have targets.</summary>
    public ReadOnlySpan<int> Labels => labels.Span;

    /// <summary>All targets, sample after sample, [samples, outputs]; empty where samples have labels.</summary>
    public ReadOnlySpan<T> Targets => targets.Span;

    internal override Type ElementType => typeof(T);

    /// <summary>The inputs of one sample.</summary>
    /// <param name="sample">Its place, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public ReadOnlySpan<T> this[int sample] => Inputs.Slice(Check(sample) * InputSize, InputSize);

    /// <summary>The target values of one sample.</summary>
    /// <param name="sample">Its place, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    /// <exception cref="InvalidOperationException">The samples have labels.</exception>
    public ReadOnlySpan<T> TargetsOf(int sample) => HasLabels
        ? throw new InvalidOperationException("These samples have labels, no targets.")
        : Targets.Slice(Check(sample) * TargetSize, TargetSize);

    /// <summary>A view of neighbouring samples: <c>data.Slice(10, 5)</c> is <c>data[10..15]</c>.</summary>
    /// <param name="start">The place of the first.</param>
    /// <param name="count">How many; none is allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">They are not all among the samples.</exception>
    public Dataset<T> Slice(int start, int count)
    {
        if ((uint)start > (uint)Count || (uint)count > (uint)(Count - start))
        {
            throw new ArgumentOutOfRangeException(nameof(start), FormattableString.Invariant($"Expected samples from 0 to {Count}, but got {start} to {(long)start + count}."));
        }

        return new(
            inputs.Slice(start * InputSize, count * InputSize),
            HasLabels ? labels.Slice(start, count) : default,
            targets.Slice(start * TargetSize, count * TargetSize),
            count,
            InputSize,
            TargetSize,
            Names);
    }

    /// <summary>Chosen samples in a chosen order, copied; one may be chosen more than once.</summary>
    /// <param name="samples">The place of each.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public Dataset<T> Gather(ReadOnlySpan<int> samples)
    {
        var gathered = new T[checked(samples.Length * InputSize)];
        var gatheredLabels = new int[HasLabels ? samples.Length : 0];
        var gatheredTargets = new T[checked(samples.Length * TargetSize)];
        for (int i = 0; i < samples.Length; i++)
        {
            this[samples[i]].CopyTo(gathered.AsSpan(i * InputSize));
            if (HasLabels)
            {
                gatheredLabels[i] = Labels[samples[i]];
            }
            else
            {
                TargetsOf(samples[i]).CopyTo(gatheredTargets.AsSpan(i * TargetSize));
            }
        }

        return new(gathered, gatheredLabels, gatheredTargets, samples.Length, InputSize, TargetSize, Names);
    }

    /// <summary>The same samples with other inputs.</summary>
    internal Dataset<T> WithInputs(T[] changed) => new(changed, labels, targets, Count, InputSize, TargetSize, Names);

    /// <summary>The same samples with targets, in place of others or of labels.</summary>
    internal Dataset<T> WithTargets(T[] changed, int size, IReadOnlyList<string> names) =>
        new(inputs, default, changed, Count, InputSize, size, Names with { Targets = names, Classes = [] });

    /// <summary>Neighbouring samples as a step takes them.</summary>
    internal Batch<T> Batch(int start, int count) => new(
        Inputs.Slice(start * InputSize, count * InputSize),
        HasLabels ? Labels.Slice(start, count) : default,
        Targets.Slice(start * TargetSize, count * TargetSize),
        count);

    private int Check(int sample) => (uint)sample < (uint)Count
        ? sample
        : throw new ArgumentOutOfRangeException(nameof(sample), FormattableString.Invariant($"Expected a sample from 0 to {Count - 1}, but got {sample}."));
}
