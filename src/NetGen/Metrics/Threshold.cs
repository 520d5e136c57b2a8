namespace NetGen;

/// <summary>Where outputs that are compared with values become one class or the other; null where none was given.</summary>
internal static class Threshold
{
    /// <summary>The threshold of logits, a probability of 0.5, where none was given.</summary>
    public static double OrOfLogits(double? given) => given ?? 0;

    /// <summary>The name of a metric with the threshold that it was given.</summary>
    public static string Named(string name, double? given) => given is { } threshold ? FormattableString.Invariant($"{name}(threshold: {threshold:R})") : name;

    /// <summary>Why a metric needs one that was not given, or null: outputs that are no logits may all be on one side of 0.</summary>
    public static string? ProblemWith(string metric, double? given, NetworkDescription network, bool takesLabels) =>
        given is null && !takesLabels && !network.TakesProbabilities
            ? $"the metric {metric} needs a threshold, such as 0.5: the outputs of {network.Name} are no logits under {network.Loss.Op}"
            : null;
}
