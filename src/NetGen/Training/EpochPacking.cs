namespace NetGen;

/// <summary>Epochs as numbers, and back. What epochs lack follows from how they were made.</summary>
/// <param name="hasAccuracy">Whether the loss has an accuracy.</param>
/// <param name="hasValidation">Whether there are validation samples.</param>
/// <param name="metrics">The names of the metrics.</param>
internal sealed class EpochPacking(bool hasAccuracy, bool hasValidation, string[] metrics)
{
    private const int Fixed = 6;

    /// <summary>The numbers of one epoch.</summary>
    public int Width => Fixed + 2 * metrics.Length;

    /// <summary>One epoch as numbers.</summary>
    public IEnumerable<double> Pack(EpochResult epoch) =>
    [
        epoch.Loss,
        epoch.Accuracy ?? double.NaN,
        epoch.ValidationLoss ?? double.NaN,
        epoch.ValidationAccuracy ?? double.NaN,
        epoch.LearningRate,
        epoch.Elapsed.Ticks,
        .. metrics.Select(name => epoch.Metrics[name]),
        .. metrics.Select(name => hasValidation ? epoch.ValidationMetrics[name] : double.NaN),
    ];

    /// <summary>The epochs of numbers one after another.</summary>
    /// <param name="numbers">A multiple of <see cref="Width"/>.</param>
    public IEnumerable<EpochResult> Unpack(double[] numbers) => numbers.Chunk(Width).Select((row, index) => Unpack(row, index + 1));

    private EpochResult Unpack(double[] row, int epoch) => new(
        epoch,
        row[0],
        hasAccuracy ? row[1] : null,
        hasValidation ? row[2] : null,
        hasAccuracy && hasValidation ? row[3] : null,
        row[4],
        TimeSpan.FromTicks((long)row[5]))
    {
        Metrics = Named(row.AsSpan(Fixed, metrics.Length)),
        ValidationMetrics = hasValidation ? Named(row.AsSpan(Fixed + metrics.Length)) : Evaluation.NoMetrics,
    };

    private IReadOnlyDictionary<string, double> Named(ReadOnlySpan<double> values)
    {
        var named = new Dictionary<string, double>();
        for (int i = 0; i < metrics.Length; i++)
        {
            named.Add(metrics[i], values[i]);
        }

        return metrics.Length == 0 ? Evaluation.NoMetrics : named;
    }
}
