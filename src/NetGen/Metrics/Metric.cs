namespace NetGen;

/// <summary>
/// A measure of how good outputs are, gathered batch by batch: for <see cref="FitOptions.Metrics"/>, or by hand with <c>Add</c> and
/// <see cref="Value"/>. Nothing is allocated after the first batch. An instance belongs to one thread.
/// </summary>
public abstract class Metric
{
    private double[] outputRow = [];
    private double[] targetRow = [];
    private double[] sums = [];

    private protected Metric()
    {
    }

    /// <summary>What results call it: <c>f1</c>, or with a threshold that was given <c>f1(threshold: 0.5)</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Whether a larger value is a better one.</summary>
    public virtual bool LargerIsBetter => true;

    /// <summary>The measure over all samples since <see cref="Reset"/>; NaN where there are none.</summary>
    public abstract double Value { get; }

    /// <summary>All that has been gathered, for checkpoints.</summary>
    internal virtual double[] State
    {
        get => sums;
        set => sums = value;
    }

    /// <summary>What a kind of metric counts in, zero at first.</summary>
    private protected ReadOnlySpan<double> Sums => sums;

    /// <summary>Forgets all samples.</summary>
    public virtual void Reset() => Array.Clear(sums);

    /// <summary>Takes samples with labels.</summary>
    /// <typeparam name="T">The element type of the outputs.</typeparam>
    /// <param name="outputs">The outputs, sample after sample, [samples, outputs].</param>
    /// <param name="labels">The class of each sample.</param>
    /// <exception cref="ArgumentException">The outputs are not as many for each sample, or a label has none; nothing has been counted.</exception>
    /// <exception cref="NotSupportedException">The metric compares values.</exception>
    public void Add<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int size = SizeOfRow(outputs.Length, labels.Length, "labels");
        LabelCheck.Require(labels, size, nameof(labels));
        for (int sample = 0; sample < labels.Length; sample++)
        {
            AddLabeled(Convert(outputs.Slice(sample * size, size), ref outputRow), labels[sample]);
        }
    }

    /// <summary>Takes samples with target values.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">The outputs, sample after sample, [samples, outputs].</param>
    /// <param name="targets">What they should be, as many.</param>
    /// <param name="samples">The number of samples.</param>
    /// <exception cref="ArgumentException">The lengths differ, or are not as many elements for each sample.</exception>
    /// <exception cref="NotSupportedException">The metric takes labels.</exception>
    public void Add<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int samples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (outputs.Length != targets.Length)
        {
            throw new ArgumentException($"Expected as many targets as outputs, {outputs.Length}, but got {targets.Length}.", nameof(targets));
        }

        int size = SizeOfRow(outputs.Length, samples, "samples");
        for (int sample = 0; sample < samples; sample++)
        {
            AddValued(
                Convert(outputs.Slice(sample * size, size), ref outputRow),
                Convert(targets.Slice(sample * size, size), ref targetRow));
        }
    }

    /// <summary>Its name and value.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} {Value:G4}");

    /// <summary>Whether the metric can judge a network.</summary>
    /// <returns>What is wrong, or null.</returns>
    internal virtual string? ProblemWith(NetworkDescription network, bool takesLabels) => null;

    /// <summary>Takes one sample with a label.</summary>
    internal virtual void AddLabeled(ReadOnlySpan<double> outputs, int label) =>
        throw new NotSupportedException($"The metric {Name} compares outputs with values, and not with labels.");

    /// <summary>Takes one sample with target values.</summary>
    internal virtual void AddValued(ReadOnlySpan<double> outputs, ReadOnlySpan<double> targets) =>
        throw new NotSupportedException($"The metric {Name} compares outputs with labels, and not with values.");

    /// <summary>What to count in; taken with the first sample.</summary>
    private protected Span<double> Counters(int length)
    {
        if (sums.Length != length)
        {
            RequireNothingCounted(length);
            sums = new double[length];
        }

        return sums;
    }

    private void RequireNothingCounted(int length)
    {
        if (sums.AsSpan().ContainsAnyExcept(0.0))
        {
            throw new ArgumentException($"The metric {Name} was given samples of another number of outputs ({sums.Length} counters, now {length}): call Reset between them.");
        }
    }

    private static int SizeOfRow(int length, int samples, string what) => samples > 0 && length > 0 && length % samples == 0
        ? length / samples
        : throw new ArgumentException($"Expected as many outputs for each sample, but got {length} for {samples} {what}.");

    private static ReadOnlySpan<double> Convert<T>(ReadOnlySpan<T> source, ref double[] row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (row.Length < source.Length)
        {
            row = new double[source.Length];
        }

        Span<double> converted = row.AsSpan(0, source.Length);
        for (int i = 0; i < converted.Length; i++)
        {
            converted[i] = double.CreateTruncating(source[i]);
        }

        return converted;
    }
}
