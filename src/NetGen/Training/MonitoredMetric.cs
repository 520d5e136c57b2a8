namespace NetGen;

/// <summary>One number of an epoch's result, and which way it gets better: what early stopping, the best weights and plateaus go by.</summary>
public sealed class MonitoredMetric
{
    private readonly Func<EpochResult, double?> read;
    private readonly bool needsValidation;
    private readonly bool needsAccuracy;
    private readonly Metric? metric;

    private MonitoredMetric(string name, bool largerIsBetter, bool needsValidation, Func<EpochResult, double?> read, bool needsAccuracy = false, Metric? metric = null)
    {
        Name = name;
        LargerIsBetter = largerIsBetter;
        this.needsValidation = needsValidation;
        this.needsAccuracy = needsAccuracy;
        this.metric = metric;
        this.read = read;
    }

    /// <summary>The training loss.</summary>
    public static MonitoredMetric Loss { get; } = new("loss", false, false, epoch => epoch.Loss);

    /// <summary>The training accuracy, of losses that have one.</summary>
    public static MonitoredMetric Accuracy { get; } = new("accuracy", true, false, epoch => epoch.Accuracy, needsAccuracy: true);

    /// <summary>The loss over the validation samples.</summary>
    public static MonitoredMetric ValidationLoss { get; } = new("validation loss", false, true, epoch => epoch.ValidationLoss);

    /// <summary>The accuracy over the validation samples, of losses that have one.</summary>
    public static MonitoredMetric ValidationAccuracy { get; } = new("validation accuracy", true, true, epoch => epoch.ValidationAccuracy, needsAccuracy: true);

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Whether a larger number is a better one.</summary>
    public bool LargerIsBetter { get; }

    /// <summary>A metric over the validation samples.</summary>
    /// <param name="metric">One of <see cref="FitOptions.Metrics"/>.</param>
    public static MonitoredMetric Validation(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return new($"validation {metric.Name}", metric.LargerIsBetter, true, epoch => Find(epoch.ValidationMetrics, metric.Name), metric: metric);
    }

    /// <summary>A metric over the training samples.</summary>
    /// <param name="metric">One of <see cref="FitOptions.Metrics"/>.</param>
    public static MonitoredMetric Training(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return new(metric.Name, metric.LargerIsBetter, false, epoch => Find(epoch.Metrics, metric.Name), metric: metric);
    }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;

    /// <summary>The number of an epoch; NaN where it has none.</summary>
    internal double Read(EpochResult epoch) => read(epoch) ?? double.NaN;

    /// <summary>Why epochs will not have the number, or null.</summary>
    internal string? ProblemWith(FitOptions options, bool hasAccuracy) =>
        needsValidation && options.Validation is null ? $"the {Name} is watched, but there is no Validation"
        : needsAccuracy && !hasAccuracy ? $"the {Name} is watched, but the network's loss has no accuracy"
        : metric is not null && !options.Metrics.Any(each => each.Name == metric.Name) ? $"the {Name} is watched, but {metric.Name} is not among the Metrics"
        : null;

    /// <summary>Whether a number is better than another by more than a change; one that is not a number never is.</summary>
    internal bool IsBetter(double value, double best, double minimumChange = 0) =>
        !double.IsNaN(value) && (double.IsNaN(best) || (LargerIsBetter ? value > best + minimumChange : value < best - minimumChange));

    private static double? Find(IReadOnlyDictionary<string, double> metrics, string name) =>
        metrics.TryGetValue(name, out double value) ? value : null;
}
