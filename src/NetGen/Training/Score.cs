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
    private double lossSum;
    private long samples;
    private long decisions;
    private long right;

    /// <param name="trainer">Whose outputs are judged.</param>
    /// <param name="network">The network: its loss says what is right.</param>
    public Score(Trainer<T> trainer, NetworkDescription network)
    {
        this.trainer = trainer;
        outputSize = network.OutputSize;
        isBinary = network.Loss.Op == "BinaryCrossEntropy";
        outputs = trainer.TakesLabels || isBinary ? new T[checked(trainer.BatchSize * outputSize)] : [];
    }

    /// <summary>The means over all samples since <see cref="Reset"/>.</summary>
    public Evaluation Result => new(lossSum / samples, decisions == 0 ? null : (double)right / decisions);

    /// <summary>Starts anew.</summary>
    public void Reset()
    {
        lossSum = 0;
        samples = decisions = right = 0;
    }

    /// <summary>Takes the batch that the trainer has just gone through.</summary>
    public void Add(in Batch<T> batch, double loss)
    {
        lossSum += loss * batch.Count;
        samples += batch.Count;
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
        else
        {
            decisions += batch.Count;
            right += CountLabels(last, batch.Labels);
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
