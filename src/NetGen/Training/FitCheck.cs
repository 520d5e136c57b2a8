namespace NetGen;

/// <summary>Whether options fit each other and a network.</summary>
internal static class FitCheck
{
    /// <summary>Checks what the options' own setters cannot see.</summary>
    /// <exception cref="ArgumentException">They do not fit; the message names both sides.</exception>
    public static void Require<T>(NetworkDescription network, Trainer<T> trainer, bool hasAccuracy, FitOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string? problem = ProblemOfRates(options)
            ?? ProblemOfMetrics(network, trainer.TakesLabels, options)
            ?? ProblemOfMonitors(hasAccuracy, options);
        if (problem is null && options.ClassWeights is not null && !trainer.TakesLabels)
        {
            problem = $"ClassWeights weigh labels, but {network.Loss.Op} takes target values: two classes can be two outputs under CrossEntropy";
        }

        if (problem is not null)
        {
            throw new ArgumentException($"The options do not fit: {problem}.", nameof(options));
        }
    }

    private static string? ProblemOfRates(FitOptions options) => options switch
    {
        { Schedule: not null, LearningRate: not null } => "a Schedule says every rate, so that there is no place for a LearningRate",
        { Schedule: not null, ReduceOnPlateau: not null } => "a Schedule says every rate, so that there is no place for ReduceOnPlateau",
        _ => null,
    };

    private static string? ProblemOfMetrics(NetworkDescription network, bool takesLabels, FitOptions options) =>
        MetricCheck.ProblemWith(options.Metrics, network, takesLabels);

    private static string? ProblemOfMonitors(bool hasAccuracy, FitOptions options)
    {
        MonitoredMetric?[] monitors = [options.Monitor, options.EarlyStopping?.Monitor, options.ReduceOnPlateau?.Monitor];
        return monitors.Select(monitor => monitor?.ProblemWith(options, hasAccuracy)).FirstOrDefault(problem => problem is not null);
    }
}
