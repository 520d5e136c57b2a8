namespace NetGen;

/// <summary>Where a training is, and what it has come to.</summary>
internal sealed class FitProgress
{
    private readonly FitOptions options;
    private readonly int batches;
    private readonly BestSoFar? stopping;
    private readonly EpochPacking packing;
    private readonly List<EpochResult> results = [];
    private double rate;

    /// <param name="options">How the training goes.</param>
    /// <param name="batches">The number of batches of an epoch.</param>
    /// <param name="hasAccuracy">Whether the loss has an accuracy.</param>
    public FitProgress(FitOptions options, int batches, bool hasAccuracy)
    {
        this.batches = batches;
        this.options = options;
        Monitor = options.Monitor ?? options.EarlyStopping?.Monitor ?? (options.Validation is null ? MonitoredMetric.Loss : MonitoredMetric.ValidationLoss);
        Best = new BestSoFar(Monitor);
        stopping = options.EarlyStopping is { } early ? new BestSoFar(early.Monitor ?? Monitor, early.MinimumChange) : null;
        packing = new EpochPacking(hasAccuracy, options.Validation is not null, [.. options.Metrics.Select(metric => metric.Name)]);
    }

    /// <summary>What says which epoch is the best.</summary>
    public MonitoredMetric Monitor { get; }

    /// <summary>The best epoch so far.</summary>
    public BestSoFar Best { get; }

    /// <summary>The epoch that is running or comes next, from 1.</summary>
    public int Epoch => results.Count + 1;

    /// <summary>How many of its batches have been learned from; 0 where it has not begun.</summary>
    public int Batch { get; set; }

    /// <summary>The time that the running epoch took before an interruption.</summary>
    public TimeSpan Elapsed { get; set; }

    /// <summary>Whether there is nothing more to do.</summary>
    public bool IsOver => Epoch > options.Epochs || HasStopped;

    private bool HasStopped => stopping is not null && stopping.Since >= options.EarlyStopping!.Patience;

    public void BeginEpoch(double learningRate)
    {
        rate = learningRate;
        Elapsed = TimeSpan.Zero;
    }

    public EpochResult EndEpoch(Evaluation learned, Evaluation? judged, TimeSpan elapsed) =>
        new(Epoch, learned.Loss, learned.Accuracy, judged?.Loss, judged?.Accuracy, rate, Elapsed + elapsed)
        {
            Metrics = learned.Metrics,
            ValidationMetrics = judged?.Metrics ?? Evaluation.NoMetrics,
        };

    /// <summary>Takes the result of the running epoch.</summary>
    /// <returns>Whether it is the best so far.</returns>
    public bool Take(EpochResult result)
    {
        results.Add(result);
        Batch = 0;
        stopping?.Add(result);
        return Best.Add(result);
    }

    public FitHistory ToHistory(IReadOnlyList<Finding> findings) =>
        new([.. results], Best.Epoch > 0 ? results[Best.Epoch - 1] : null, HasStopped && results.Count < options.Epochs, [.. findings]);

    /// <summary>Hands all of it to a file, or takes it from one.</summary>
    public void Exchange(Notes notes)
    {
        long batch = notes.Count("fit.batch", Batch, batches);
        long ticks = notes.Count("fit.elapsed", Elapsed.Ticks);
        double began = notes.NotNegative("fit.rate", rate);
        double[] history = notes.Values("fit.history", [.. results.SelectMany(packing.Pack)], packing.Width);
        long epochs = history.Length / packing.Width;
        Best.Exchange(notes, "fit.best", epochs);
        stopping?.Exchange(notes, "fit.stopping", epochs);
        if (notes.IsRestoring)
        {
            Batch = (int)batch;
            Elapsed = TimeSpan.FromTicks(ticks);
            rate = began;
            results.Clear();
            results.AddRange(packing.Unpack(history));
        }
    }
}
