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
                $"{network.Name} takes {Counted.Of(network.InputSize, "input")} [{string.Join(", ", network.InputShape)}], but a sample has {data.InputSize}: {Counted.Of(data.Inputs.Length, "element")} for {Counted.Of(data.Count, "sample")}",
            { HasLabels: false } when takesLabels =>
                $"{network.Loss.Op} takes a label for each sample, but the samples have targets: make them with Dataset.Labeled",
            { HasLabels: true } when !takesLabels =>
                $"{network.Loss.Op} takes {Counted.Of(network.OutputSize, "target value")} for each sample, but the samples have labels: make them with Dataset.Valued, or from labels with {(network.OutputSize == 1 ? "ToBinaryTargets" : "ToOneHot")}",
            { HasLabels: true } => ProblemOfLabels(network, data.Labels) ?? ProblemOfValues(network, data),
            _ when data.TargetSize != network.OutputSize =>
                $"{network.Name} has {Counted.Of(network.OutputSize, "output")} [{string.Join(", ", network.OutputShape)}], but a sample has {Counted.Of(data.TargetSize, "target")}",
            _ => ProblemOfValues(network, data),
        };
        Refuse(problem, name);
    }

    /// <summary>Checks that labels and columns mean in a dataset what they mean in the one that is learned from.</summary>
    /// <exception cref="ArgumentException">They do not; the message names both sides.</exception>
    public static void RequireSameMeaning(Dataset train, Dataset data, string name) => Refuse(train.Names.Contradiction(data.Names), name);

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

    private static string? ProblemOfLabels(NetworkDescription network, ReadOnlySpan<int> labels)
    {
        int sample = labels.IndexOfAnyExceptInRange(0, network.OutputSize - 1);
        return sample < 0
            ? null
            : FormattableString.Invariant($"{network.Name} has {network.OutputSize} classes, labels 0 to {network.OutputSize - 1}, but the label of sample {sample} is {labels[sample]}");
    }

    private static void Refuse(string? problem, string name)
    {
        if (problem is not null)
        {
            throw new ArgumentException($"The dataset '{name}' does not fit: {problem}.", name);
        }
    }
}
