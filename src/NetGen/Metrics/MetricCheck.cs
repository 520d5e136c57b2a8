namespace NetGen;

/// <summary>Whether metrics can judge a network.</summary>
internal static class MetricCheck
{
    /// <summary>What is wrong with the first that cannot, or null.</summary>
    public static string? ProblemWith(IReadOnlyList<Metric> metrics, NetworkDescription network, bool takesLabels)
    {
        var names = new HashSet<string>();
        foreach (var metric in metrics)
        {
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
