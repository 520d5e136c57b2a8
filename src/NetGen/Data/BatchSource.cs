namespace NetGen;

/// <summary>Hands out a dataset in batches, in order or shuffled anew for each pass. Nothing is allocated after construction.</summary>
internal sealed class BatchSource<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dataset<T> data;
    private readonly int batchSize;
    private readonly RandomSource? random;
    private readonly int[] order;
    private readonly T[] inputs;
    private readonly int[] labels;
    private readonly T[] targets;

    // Samples that the last batch takes from the one before, where what is left over would be too few.
    private readonly int borrowed;

    /// <param name="data">What is handed out.</param>
    /// <param name="batchSize">The number of samples of a batch; the last may be smaller.</param>
    /// <param name="random">What shuffles, or null for the order of the data.</param>
    /// <param name="least">The smallest number of samples of a batch.</param>
    /// <exception cref="ArgumentException">Some batch would have fewer.</exception>
    public BatchSource(Dataset<T> data, int batchSize, RandomSource? random, int least = 1)
    {
        int rest = data.Count % batchSize;
        borrowed = rest > 0 && data.Count > batchSize ? Math.Max(0, least - rest) : 0;
        if (Math.Min(data.Count, batchSize - borrowed) < least)
        {
            throw new ArgumentException(
                $"Expected batches of at least {least} samples, since BatchNorm takes the variance of a batch, but {Counted.Of(data.Count, "sample")} in batches of {batchSize} {(data.Count == 1 ? "leaves" : "leave")} one with fewer.");
        }

        this.data = data;
        this.batchSize = batchSize;
        this.random = random;
        int gathered = random is null ? 0 : batchSize;
        order = random is null ? [] : [.. Enumerable.Range(0, data.Count)];
        inputs = new T[gathered * data.InputSize];
        labels = data.HasLabels ? new int[gathered] : [];
        targets = new T[gathered * data.TargetSize];
    }

    /// <summary>The number of batches of one pass.</summary>
    public int Count => (data.Count + batchSize - 1) / batchSize;

    /// <summary>One batch; valid until the next is asked for.</summary>
    public Batch<T> this[int batch]
    {
        get
        {
            int start = StartOf(batch);
            int count = StartOf(batch + 1) - start;
            return random is null ? data.Batch(start, count) : Gather(order.AsSpan(start, count));
        }
    }

    /// <summary>Starts a pass: shuffles the samples, where they are to be shuffled.</summary>
    public void Restart() => random?.Shuffle(order);

    private int StartOf(int batch) => batch == Count ? data.Count : batch * batchSize - (batch == Count - 1 ? borrowed : 0);

    private Batch<T> Gather(ReadOnlySpan<int> samples)
    {
        int inputSize = data.InputSize;
        int targetSize = data.TargetSize;
        for (int i = 0; i < samples.Length; i++)
        {
            data[samples[i]].CopyTo(inputs.AsSpan(i * inputSize));
            if (data.HasLabels)
            {
                labels[i] = data.Labels[samples[i]];
            }
            else
            {
                data.TargetsOf(samples[i]).CopyTo(targets.AsSpan(i * targetSize));
            }
        }

        int count = samples.Length;
        return new(
            inputs.AsSpan(0, count * inputSize),
            labels.AsSpan(0, data.HasLabels ? count : 0),
            targets.AsSpan(0, count * targetSize),
            count);
    }
}
