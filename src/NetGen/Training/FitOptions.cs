namespace NetGen;

/// <summary>How <c>Fit</c> trains a network.</summary>
public sealed record FitOptions
{
    /// <summary>How often it goes through all samples; at least 1.</summary>
    public int Epochs
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Epochs));
            field = value;
        }
    } = 10;

    /// <summary>
    /// The number of samples of one step, at least 1, or 2 with <c>BatchNorm</c>. The last step of an epoch takes what is left; if
    /// that is a single sample and <c>BatchNorm</c> needs two, the step before leaves it one of its own.
    /// </summary>
    public int BatchSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(BatchSize));
            field = value;
        }
    } = 32;

    /// <summary>The learning rate, in place of the declared one; positive. Null for the declared one.</summary>
    public double? LearningRate
    {
        get;
        init
        {
            if (value is not (null or (> 0 and < double.PositiveInfinity)))
            {
                throw new ArgumentOutOfRangeException(nameof(LearningRate), value, "Expected a positive number.");
            }

            field = value;
        }
    }

    /// <summary>Whether each epoch takes the samples in a new random order.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Where the orders come from, and what dropout and noise draw. The same seed gives the same run, on every machine.</summary>
    public long Seed { get; init; }

    /// <summary>Samples that are not learned from, of the network's element type: each epoch ends with their loss and accuracy.</summary>
    public Dataset? Validation { get; init; }

    /// <summary>Is told of each epoch when it ends, on the thread that trains.</summary>
    public Action<EpochResult>? Progress { get; init; }

    /// <summary>Ends the training between two steps; the network keeps what it has learned.</summary>
    public CancellationToken CancellationToken { get; init; }
}
