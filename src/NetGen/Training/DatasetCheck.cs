using System.Globalization;

namespace NetGen;

/// <summary>Whether a network can take a dataset.</summary>
internal static class DatasetCheck
{
    /// <summary>Checks sizes, the kind of targets, the range of labels and of probabilities, and that all values are finite.</summary>
    /// <param name="network">The network.</param>
    /// <param name="takesLabels">Whether its loss takes labels.</param>
    /// <param name="data">The dataset.</param>
    /// <param name="name">What the caller calls it, for the message.</param>
    /// <exception cref="ArgumentException">It does not fit; the message names both sides.</exception>
    public static void Require<T>(NetworkDescription network, bool takesLabels, Dataset<T> data, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string? problem = data switch
        {
            { Count: 0 } => "expected at least one sample, but there is none",
            _ when data.InputSize != network.InputSize =>
                $"{network.Name} takes {network.InputSize} inputs [{string.Join(", ", network.InputShape)}], but a sample has {data.InputSize}: {data.Inputs.Length} elements for {data.Count} samples",
            { HasLabels: false } when takesLabels =>
                $"{network.Loss.Op} takes a label for each sample, but the samples have targets: make them with Dataset.Labeled",
            { HasLabels: true } when !takesLabels =>
                $"{network.Loss.Op} takes {network.OutputSize} target values for each sample, but the samples have labels: make them with Dataset.Valued",
            { HasLabels: true } => ProblemOfLabels(network, data.Labels) ?? ProblemOfValues(network, data),
            _ when data.TargetSize != network.OutputSize =>
                $"{network.Name} has {network.OutputSize} outputs [{string.Join(", ", network.OutputShape)}], but a sample has {data.TargetSize} targets",
            _ => ProblemOfValues(network, data),
        };
        if (problem is not null)
        {
            throw new ArgumentException($"The dataset '{name}' does not fit: {problem}.", name);
        }
    }

    /// <summary>
    /// Checks that labels mean the same classes in two datasets, and that their columns stand in one order. Where one of them has no
    /// names, there is nothing to compare; columns of other names may be the same ones, renamed.
    /// </summary>
    /// <exception cref="ArgumentException">They do not; the message names both sides.</exception>
    public static void RequireSameNames(DatasetNames train, DatasetNames other, string name)
    {
        string? problem = FirstDifference(train.Classes, other.Classes) is { } label
                ? $"label {label} is '{train.Classes[label]}' in 'train', but '{other.Classes[label]}' here; read the second file with the ClassNames of the first"
            : AreReordered(train.Inputs, other.Inputs) ? $"its inputs are {string.Join(", ", other.Inputs)}, but {string.Join(", ", train.Inputs)} in 'train'"
            : AreReordered(train.Targets, other.Targets) ? $"its targets are {string.Join(", ", other.Targets)}, but {string.Join(", ", train.Targets)} in 'train'"
            : null;
        if (problem is not null)
        {
            throw new ArgumentException($"The dataset '{name}' does not fit: {problem}.", name);
        }
    }

    /// <summary>The dataset in the network's element type.</summary>
    /// <exception cref="ArgumentException">It is of another.</exception>
    public static Dataset<T> RequireType<T>(Dataset data, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        data as Dataset<T>
        ?? throw new ArgumentException($"The dataset '{name}' does not fit: the network computes in {typeof(T).Name}, but the samples are {data.ElementType.Name}.", name);

    /// <summary>One value that is not a number would make every weight one that is not.</summary>
    private static string? ProblemOfValues<T>(NetworkDescription network, Dataset<T> data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        return Find(data.Inputs, data.InputSize, T.IsFinite) is { } input ? $"inputs must be finite, but input {input}"
            : network.TakesProbabilities && Find(data.Targets, data.TargetSize, static target => target >= T.Zero && target <= T.One) is { } probability
                ? $"{network.Loss.Op} takes targets from 0 to 1, but target {probability}"
            : Find(data.Targets, data.TargetSize, T.IsFinite) is { } target ? $"targets must be finite, but target {target}"
            : null;
    }

    /// <summary>The first value that is not as it should be: its place, its sample, and what it is.</summary>
    private static string? Find<T>(ReadOnlySpan<T> values, int size, Func<T, bool> isGood)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!isGood(values[i]))
            {
                return $"{i % size} of sample {i / size} is {values[i].ToString(null, CultureInfo.InvariantCulture)}";
            }
        }

        return null;
    }

    /// <summary>The first place where two lists differ, of those that both have.</summary>
    private static int? FirstDifference(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        int place = first.Zip(second).TakeWhile(pair => pair.First == pair.Second).Count();
        return place < Math.Min(first.Count, second.Count) ? place : null;
    }

    private static bool AreReordered(IReadOnlyList<string> first, IReadOnlyList<string> second) =>
        !first.SequenceEqual(second) && first.Order(StringComparer.Ordinal).SequenceEqual(second.Order(StringComparer.Ordinal));

    private static string? ProblemOfLabels(NetworkDescription network, ReadOnlySpan<int> labels)
    {
        int sample = labels.IndexOfAnyExceptInRange(0, network.OutputSize - 1);
        return sample < 0
            ? null
            : $"{network.Name} has {network.OutputSize} classes, labels 0 to {network.OutputSize - 1}, but the label of sample {sample} is {labels[sample]}";
    }
}
