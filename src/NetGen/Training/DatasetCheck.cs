using System.Globalization;

namespace NetGen;

/// <summary>Whether a network can take a dataset.</summary>
internal static class DatasetCheck
{
    /// <summary>Checks sizes, the kind of targets, and the range of labels and of probabilities.</summary>
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
                $"{network.Name} takes {network.InputSize} inputs [{string.Join(", ", network.InputShape)}], but a sample has {data.InputSize}",
            { HasLabels: false } when takesLabels =>
                $"{network.Loss.Op} takes a label for each sample, but the samples have targets: make them with Dataset.Labeled",
            { HasLabels: true } when !takesLabels =>
                $"{network.Loss.Op} takes {network.OutputSize} target values for each sample, but the samples have labels: make them with Dataset.Valued",
            { HasLabels: true } => ProblemOfLabels(network, data.Labels),
            _ when data.TargetSize != network.OutputSize =>
                $"{network.Name} has {network.OutputSize} outputs [{string.Join(", ", network.OutputShape)}], but a sample has {data.TargetSize} targets",
            _ when network.Loss.Op == "BinaryCrossEntropy" => ProblemOfProbabilities(data),
            _ => null,
        };
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

    private static string? ProblemOfProbabilities<T>(Dataset<T> data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < data.Targets.Length; i++)
        {
            if (!(data.Targets[i] >= T.Zero && data.Targets[i] <= T.One))
            {
                string value = data.Targets[i].ToString(null, CultureInfo.InvariantCulture);
                return $"BinaryCrossEntropy takes targets from 0 to 1, but target {i % data.TargetSize} of sample {i / data.TargetSize} is {value}";
            }
        }

        return null;
    }

    private static string? ProblemOfLabels(NetworkDescription network, ReadOnlySpan<int> labels)
    {
        int sample = labels.IndexOfAnyExceptInRange(0, network.OutputSize - 1);
        return sample < 0
            ? null
            : $"{network.Name} has {network.OutputSize} classes, labels 0 to {network.OutputSize - 1}, but the label of sample {sample} is {labels[sample]}";
    }
}
