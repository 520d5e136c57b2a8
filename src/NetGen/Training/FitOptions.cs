namespace NetGen;

/// <summary>How <c>Fit</c> trains a network.</summary>
public sealed record FitOptions
{
    /// <summary>How often it goes through all samples; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public int Epochs
    {
        get;
        init => field = ArgumentCheck.AtLeast(1, value, nameof(Epochs));
    } = 10;

    /// <summary>
    /// The number of samples of one step, at least 1. The last step of an epoch takes what is left. <c>BatchNorm</c> needs two samples in
    /// every step: the size is then at least 2, or 3 for an odd number of samples, and if a single sample is left for the last step, the
    /// one before leaves it one of its own.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public int BatchSize
    {
        get;
        init => field = ArgumentCheck.AtLeast(1, value, nameof(BatchSize));
    } = 32;

    /// <summary>
    /// The most threads that may share a step, the calling one included; at least 1. The weights learned are the same, to the bit, for
    /// any number; small networks and batches use one.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public int Threads
    {
        get;
        init => field = ArgumentCheck.AtLeast(1, value, nameof(Threads));
    } = 1;

    /// <summary>The learning rate, in place of the declared one; positive. Null for the declared one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public double? LearningRate
    {
        get;
        init => field = value is { } rate ? ArgumentCheck.Positive(rate, nameof(LearningRate)) : null;
    }

    /// <summary>The learning rate of each update, in place of one that stays; null for that. Not together with <see cref="LearningRate"/>.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>Lowers the learning rate after epochs that brought nothing; null for not. Not together with <see cref="Schedule"/>.</summary>
    public ReduceOnPlateau? ReduceOnPlateau { get; init; }

    /// <summary>
    /// How many batches make one update, at least 1: their gradients are averaged, weighted by samples, as if they were one batch. The
    /// last update of an epoch takes what is left.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public int AccumulationSteps
    {
        get;
        init => field = ArgumentCheck.AtLeast(1, value, nameof(AccumulationSteps));
    } = 1;

    /// <summary>
    /// What a sample of each class counts for in training under <c>CrossEntropy</c>, one positive number per class, within the normal
    /// numbers of the network's element type; null where all count the same.
    /// <see cref="NetGen.ClassWeights.Balanced"/> makes some from labels. Evaluations leave them out.
    /// </summary>
    public IReadOnlyList<double>? ClassWeights { get; init; }

    /// <summary>What is measured besides loss and accuracy, each epoch, over training and validation samples. Afterwards they hold the last of those.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public IReadOnlyList<Metric> Metrics
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Metrics));
            field = value;
        }
    } = [];

    /// <summary>What says which epoch is the best; null for what <see cref="EarlyStopping"/> goes by, or else the validation loss, or without validation samples the training loss.</summary>
    public MonitoredMetric? Monitor { get; init; }

    /// <summary>Ends the training when it has stopped getting better; null for not.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>
    /// Whether the network ends with the weights of the best epoch, not of the last, also where the training diverges; null for where
    /// there is <see cref="EarlyStopping"/>.
    /// </summary>
    public bool? RestoreBest { get; init; }

    /// <summary>Writes the training to a file as it goes, and goes on from it; null for not.</summary>
    public Checkpointing? Checkpoint { get; init; }

    /// <summary>
    /// Watches gradients, updates and activations, and says what is wrong; null for not. It begins anew with the training, also with one
    /// that goes on from a checkpoint.
    /// </summary>
    public NetworkWatch? Watch { get; init; }

    /// <summary>Whether each epoch takes the samples in a new random order.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Where the orders come from, and what dropout and noise draw. The same seed gives the same run, on every machine.</summary>
    public long Seed { get; init; }

    /// <summary>Samples that are not learned from, of the network's element type: each epoch ends with their loss and accuracy.</summary>
    public Dataset? Validation { get; init; }

    /// <summary>Is told of each epoch when it ends, on the thread that trains.</summary>
    public Action<EpochResult>? Progress { get; init; }

    /// <summary>Is told of each step and epoch; null for nobody. A <see cref="ConsoleProgress"/> shows them.</summary>
    public ITrainingObserver? Observer { get; init; }

    /// <summary>
    /// Ends the training between two updates; the network keeps what it has learned. With <see cref="Checkpoint"/>, one is written first,
    /// unless the last update has left weights that are not finite: then the training ends with a <see cref="TrainingDivergedException"/>.
    /// </summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>How many updates an epoch of so many samples has: for schedules, whose steps are updates.</summary>
    /// <param name="samples">The number of samples, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="samples"/> is below 1.</exception>
    public int StepsPerEpoch(int samples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        int batches = (int)(((long)samples + BatchSize - 1) / BatchSize);
        return (int)(((long)batches + AccumulationSteps - 1) / AccumulationSteps);
    }
}
