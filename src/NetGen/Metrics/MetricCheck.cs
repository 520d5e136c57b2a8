namespace NetGen;

/// <summary>Whether metrics can judge a network.</summary>
internal static class MetricCheck
{
    /// <summary>What is wrong with the first that cannot, or null.</summary>
    public static string? ProblemWith(IReadOnlyList<Metric> metrics, NetworkDescription network, bool takesLabels)
    {
        var names = new HashSet<string>();
        for (int i = 0; i < metrics.Count; i++)
        {
            if (metrics[i] is not { } metric)
            {
                return $"metric {i + 1} of {metrics.Count} is null";
            }

            if (metric.ProblemWith(network, takesLabels) is { } problem)
            {
                return problem;
            }

            if (!names.Add(metric.Name))
            {
                return $"there are two metrics {metric.Name}";
            }
        }

        return null;
    }
}
