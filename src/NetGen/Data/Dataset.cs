namespace NetGen;

/// <summary>
/// Samples to learn from or to judge by: inputs, and for each sample either the index of its class (labels) or the values that
/// the outputs should have (targets). It looks at the arrays it was made of, without a copy: leave them as they are.
/// </summary>
public abstract class Dataset
{
    private protected Dataset(int count, int inputSize, int targetSize, DatasetNames names)
    {
        Count = count;
        InputSize = inputSize;
        TargetSize = targetSize;
        Names = names;
    }

    /// <summary>The number of samples.</summary>
    public int Count { get; }

    /// <summary>The number of inputs of one sample.</summary>
    public int InputSize { get; }

    /// <summary>The number of target values of one sample; 0 where samples have labels.</summary>
    public int TargetSize { get; }

    /// <summary>Whether samples have labels; otherwise they have targets.</summary>
    public bool HasLabels => TargetSize == 0;

    /// <summary>The name of each input, where a file gave them; otherwise empty.</summary>
    public IReadOnlyList<string> InputNames => Names.Inputs;

    /// <summary>The name of each target value, where a file gave them; otherwise empty.</summary>
    public IReadOnlyList<string> TargetNames => Names.Targets;

    /// <summary>The name of each class, where a file gave them; otherwise empty. A label is a place in this list.</summary>
    public IReadOnlyList<string> ClassNames => Names.Classes;

    /// <summary>All names together, to be handed on to parts of this dataset.</summary>
    internal DatasetNames Names { get; }

    /// <summary>The element type, for messages.</summary>
    internal abstract Type ElementType { get; }

    /// <summary>Samples with the index of each one's class, for networks with a <c>CrossEntropy</c>.</summary>
    /// <typeparam name="T">The network's element type.</typeparam>
    /// <param name="inputs">Samples one after another, [samples, inputs].</param>
    /// <param name="labels">The class of each sample, from 0. Their number is the number of samples.</param>
    /// <exception cref="ArgumentException">There are no samples, or the inputs are no whole number of elements for each label.</exception>
    public static Dataset<T> Labeled<T>(T[] inputs, int[] labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(labels);
        return new(inputs, labels, default, labels.Length, SizeOf("inputs", inputs.Length, labels.Length), targetSize: 0);
    }

    /// <summary>Samples with the values that each one's outputs should have.</summary>
    /// <typeparam name="T">The network's element type.</typeparam>
    /// <param name="inputs">Samples one after another, [samples, inputs].</param>
    /// <param name="targets">The values, sample after sample, [samples, outputs].</param>
    /// <param name="inputSize">The number of inputs of one sample; the rest follows from it.</param>
    /// <exception cref="ArgumentException">There are no samples, or the elements are no whole number for each sample.</exception>
    public static Dataset<T> Valued<T>(T[] inputs, T[] targets, int inputSize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        int count = inputs.Length / inputSize;
        if (count * inputSize != inputs.Length)
        {
            throw new ArgumentException($"Expected samples of {Counted.Of(inputSize, "input")}, but got {Counted.Of(inputs.Length, "element")}: {Counted.Of(count, "sample")} and {inputs.Length % inputSize} more.", nameof(inputs));
        }

        return new(inputs, default, targets, count, inputSize, SizeOf("targets", targets.Length, count));
    }

    /// <summary>Samples with the index of each one's class, from one array for each sample; the elements are copied.</summary>
    /// <typeparam name="T">The network's element type.</typeparam>
    /// <param name="inputs">The inputs of each sample, all of one length.</param>
    /// <param name="labels">The class of each sample, from 0.</param>
    /// <exception cref="ArgumentException">There are no samples, their numbers differ, or their lengths do.</exception>
    public static Dataset<T> Labeled<T>(T[][] inputs, int[] labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(labels);
        RequireSameCount(inputs.Length, labels.Length, "labels");
        return Labeled(Join(inputs, nameof(inputs)), labels);
    }

    /// <summary>Samples with the values that each one's outputs should have, from arrays for each sample; the elements are copied.</summary>
    /// <typeparam name="T">The network's element type.</typeparam>
    /// <param name="inputs">The inputs of each sample, all of one length.</param>
    /// <param name="targets">The values of each sample, all of one length.</param>
    /// <exception cref="ArgumentException">There are no samples, their numbers differ, or their lengths do.</exception>
    public static Dataset<T> Valued<T>(T[][] inputs, T[][] targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        RequireSameCount(inputs.Length, targets.Length, "rows of targets");
        T[] joined = Join(inputs, nameof(inputs));
        return Valued(joined, Join(targets, nameof(targets)), joined.Length / inputs.Length);
    }

    private static int SizeOf(string what, int length, int count)
    {
        if (count == 0)
        {
            throw new ArgumentException($"Expected at least one sample, but got none for {Counted.Of(length, "element")} of {what}.", what);
        }

        return length > 0 && length % count == 0
            ? length / count
            : throw new ArgumentException($"Expected {what} for {Counted.Of(count, "sample")}, a multiple of {Counted.Of(count, "element")}, but got {length}.", what);
    }

    private static void RequireSameCount(int samples, int others, string what)
    {
        if (samples != others)
        {
            throw new ArgumentException($"Expected {samples} {what} for {samples} samples, but got {others}.");
        }
    }

    private static T[] Join<T>(T[][] rows, string what)
    {
        if (rows.Length == 0)
        {
            throw new ArgumentException("Expected at least one sample, but got none.", what);
        }

        for (int row = 0; row < rows.Length; row++)
        {
            ArgumentNullException.ThrowIfNull(rows[row], $"{what}[{row}]");
            if (rows[row].Length != rows[0].Length)
            {
                throw new ArgumentException($"Expected {Counted.Of(rows[0].Length, "element")} in every row of {what}, as in row 0, but row {row} has {rows[row].Length}.", what);
            }
        }

        return [.. rows.SelectMany(row => row)];
    }
}
