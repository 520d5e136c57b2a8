namespace NetGen;

/// <summary>Where a training is, and what it has come to.</summary>
internal sealed class FitProgress
{
    private readonly FitOptions options;
    private readonly BestSoFar? stopping;
    private readonly EpochPacking packing;
    private readonly List<EpochResult> results = [];
    private double rate;

    public FitProgress(FitOptions options, bool hasAccuracy)
    {
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
        long batch = Batch;
        long ticks = Elapsed.Ticks;
        double[] history = [.. results.SelectMany(packing.Pack)];
        notes.Value("fit.batch", ref batch);
        notes.Value("fit.elapsed", ref ticks);
        notes.Value("fit.rate", ref rate);
        notes.Values("fit.history", ref history);
        Best.Exchange(notes, "fit.best");
        stopping?.Exchange(notes, "fit.stopping");
        if (notes.IsRestoring)
        {
            Batch = (int)batch;
            Elapsed = TimeSpan.FromTicks(ticks);
            results.Clear();
            results.AddRange(packing.Unpack(history));
        }
    }
}
