using NetGen.Kernels;

namespace NetGen;

/// <summary>Counts loss and accuracy over batches. Nothing is allocated after construction.</summary>
internal sealed class Score<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Trainer<T> trainer;
    private readonly int outputSize;
    private readonly bool isBinary;
    private readonly T[] outputs;
    private readonly IReadOnlyList<Metric> metrics;
    private double lossSum;
    private double weight;
    private long decisions;
    private long right;

    /// <param name="trainer">Whose outputs are judged.</param>
    /// <param name="network">The network: its loss says what is right.</param>
    /// <param name="metrics">What is measured besides; <see cref="Reset"/> resets them.</param>
    public Score(Trainer<T> trainer, NetworkDescription network, IReadOnlyList<Metric> metrics)
    {
        this.metrics = metrics;
        this.trainer = trainer;
        outputSize = network.OutputSize;
        isBinary = network.TakesProbabilities;
        outputs = trainer.TakesLabels || isBinary || metrics.Count > 0 ? new T[checked(trainer.BatchSize * outputSize)] : [];
    }

    /// <summary>The means over all samples since <see cref="Reset"/>.</summary>
    public Evaluation Result => new(Loss, decisions == 0 ? null : (double)right / decisions)
    {
        Metrics = metrics.Count == 0 ? Evaluation.NoMetrics : metrics.ToDictionary(metric => metric.Name, metric => metric.Value),
    };

    /// <summary>Whether the loss has a notion of what is right.</summary>
    public bool HasAccuracy => trainer.TakesLabels || isBinary;

    /// <summary>The mean loss since <see cref="Reset"/>.</summary>
    public double Loss => lossSum / weight;

    /// <summary>Starts anew.</summary>
    public void Reset()
    {
        lossSum = weight = 0;
        decisions = right = 0;
        for (int i = 0; i < metrics.Count; i++)
        {
            metrics[i].Reset();
        }
    }

    /// <summary>Hands what has been counted to a file, or takes it from one.</summary>
    public void Exchange(Notes notes)
    {
        double loss = notes.Value("score.loss", lossSum);
        double sum = notes.Value("score.weight", weight);
        long made = notes.Count("score.decisions", decisions);
        long good = notes.Count("score.right", right);
        double[][] states = [.. metrics.Select(metric => notes.Values($"score.{metric.Name}", metric.State))];
        if (notes.IsRestoring)
        {
            (lossSum, weight, decisions, right) = (loss, sum, made, good);
            for (int i = 0; i < states.Length; i++)
            {
                metrics[i].State = states[i];
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

        var last = outputs.AsSpan(0, batch.Count * outputSize);
        trainer.ReadOutputs(last);
        if (isBinary)
        {
            decisions += last.Length;
            right += CountSides(last, batch.Targets);
        }
        else if (trainer.TakesLabels)
        {
            decisions += batch.Count;
            right += CountLabels(last, batch.Labels);
        }

        Measure(batch, last);
    }

    private void Measure(in Batch<T> batch, ReadOnlySpan<T> last)
    {
        for (int i = 0; i < metrics.Count; i++)
        {
            if (trainer.TakesLabels)
            {
                metrics[i].Add(last, batch.Labels);
            }
            else
            {
                metrics[i].Add(last, batch.Targets, batch.Count);
            }
        }
    }

    private static int CountSides(ReadOnlySpan<T> logits, ReadOnlySpan<T> targets)
    {
        T half = T.CreateTruncating(0.5);
        int count = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            // A logit of NaN is on no side.
            count += targets[i] > half ? (logits[i] > T.Zero ? 1 : 0) : (logits[i] <= T.Zero ? 1 : 0);
        }

        return count;
    }

    private int CountLabels(ReadOnlySpan<T> logits, ReadOnlySpan<int> labels)
    {
        int count = 0;
        for (int sample = 0; sample < labels.Length; sample++)
        {
            count += Outputs.ArgMax(logits.Slice(sample * outputSize, outputSize)) == labels[sample] ? 1 : 0;
        }

        return count;
    }
}
