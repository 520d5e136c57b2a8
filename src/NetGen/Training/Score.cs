namespace NetGen;

/// <summary>Counts loss, accuracy and metrics over batches. Nothing is allocated after the first batch.</summary>
internal sealed class Score<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Trainer<T> trainer;
    private readonly int outputSize;
    private readonly T[] outputs;
    private readonly IReadOnlyList<Metric> metrics;
    private readonly Accuracy? accuracy;
    private readonly Metric[] measures;
    private double lossSum;
    private double weight;

    /// <param name="trainer">Whose outputs are judged.</param>
    /// <param name="network">The network: its loss says what is right.</param>
    /// <param name="metrics">What is measured besides; <see cref="Reset"/> resets them.</param>
    public Score(Trainer<T> trainer, NetworkDescription network, IReadOnlyList<Metric> metrics)
    {
        this.metrics = metrics;
        this.trainer = trainer;
        outputSize = network.OutputSize;
        accuracy = trainer.TakesLabels || network.TakesProbabilities ? new Accuracy() : null;
        measures = accuracy is null ? [.. metrics] : [accuracy, .. metrics];
        outputs = measures.Length > 0 ? new T[checked(trainer.BatchSize * outputSize)] : [];
    }

    /// <summary>The means over all samples since <see cref="Reset"/>.</summary>
    public Evaluation Result => new(Loss, accuracy?.Value)
    {
        Metrics = metrics.Count == 0 ? Evaluation.NoMetrics : metrics.ToDictionary(metric => metric.Name, metric => metric.Value),
    };

    /// <summary>Whether the loss has a notion of what is right.</summary>
    public bool HasAccuracy => accuracy is not null;

    /// <summary>The mean loss since <see cref="Reset"/>.</summary>
    public double Loss => lossSum / weight;

    /// <summary>Starts anew.</summary>
    public void Reset()
    {
        lossSum = weight = 0;
        foreach (var measure in measures)
        {
            measure.Reset();
        }
    }

    /// <summary>Hands what has been counted to a file, or takes it from one.</summary>
    public void Exchange(Notes notes)
    {
        double loss = notes.Value("score.loss", lossSum);
        double sum = notes.Value("score.weight", weight);

        // By place too: the loss's accuracy may be among the metrics once more.
        double[][] states = [.. measures.Select((measure, place) => notes.Values($"score.{place}.{measure.Name}", measure.State))];
        if (notes.IsRestoring)
        {
            (lossSum, weight) = (loss, sum);
            for (int i = 0; i < states.Length; i++)
            {
                measures[i].State = states[i];
            }
        }
    }

    /// <summary>Takes the batch that the trainer has just gone through.</summary>
    public void Add(in Batch<T> batch, double loss)
    {
        lossSum += loss * trainer.BatchWeight;
        weight += trainer.BatchWeight;
        if (outputs.Length == 0)
        {
            return;
        }

        Span<T> last = outputs.AsSpan(0, batch.Count * outputSize);
        trainer.ReadOutputs(last);
        foreach (var measure in measures)
        {
            if (trainer.TakesLabels)
            {
                measure.Add(last, batch.Labels);
            }
            else
            {
                measure.Add(last, batch.Targets, batch.Count);
            }
        }
    }
}
