namespace NetGen;

/// <summary>Trains and judges any network on datasets.</summary>
public static class TrainingLoop
{
    /// <summary>
    /// Trains a network: for each epoch, every sample once, in batches. The optimizer starts anew with each call, unless it goes on
    /// from a checkpoint. After the start nothing is allocated but a few records per epoch, and what a checkpoint needs.
    /// </summary>
    /// <typeparam name="T">The network's element type.</typeparam>
    /// <param name="network">What learns.</param>
    /// <param name="train">What it learns from.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>Loss and accuracy, epoch by epoch.</returns>
    /// <exception cref="ArgumentException">A dataset does not fit the network, or the options do not; nothing has changed.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, or of another training; nothing has changed.</exception>
    /// <exception cref="TrainingDivergedException">The loss or a weight is infinite or not a number.</exception>
    /// <exception cref="OperationCanceledException">The training was cancelled; the network keeps what it has learned.</exception>
    public static FitHistory Fit<T>(this INetwork<T> network, Dataset<T> train, FitOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(train);
        options ??= new FitOptions();
        var validation = options.Validation is null ? null : DatasetCheck.RequireType<T>(options.Validation, nameof(options.Validation));
        using var trainer = CreateTrainer(network, train, nameof(train), options.BatchSize, options.Threads);
        if (validation is not null)
        {
            DatasetCheck.Require(network.Description, trainer.TakesLabels, validation, nameof(options.Validation));
            DatasetCheck.RequireSameMeaning(train, validation, nameof(options.Validation));
        }

        return new FitSession<T>(network, trainer, train, validation, options).Run();
    }

    /// <summary>Judges a network on samples, without learning from them.</summary>
    /// <typeparam name="T">The network's element type.</typeparam>
    /// <param name="network">What is judged.</param>
    /// <param name="data">The samples.</param>
    /// <param name="batchSize">The number of samples that go through the network at once, at least 1.</param>
    /// <param name="metrics">What is measured besides loss and accuracy; afterwards they hold these samples.</param>
    /// <param name="threads">The most threads that may share a batch, the calling one included; at least 1. The result is the same for any number.</param>
    /// <exception cref="ArgumentException">The dataset does not fit the network, or a metric does not.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> or <paramref name="threads"/> is below 1.</exception>
    public static Evaluation Evaluate<T>(
        this INetwork<T> network, Dataset<T> data, int batchSize = 256, IReadOnlyList<Metric>? metrics = null, int threads = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        using var trainer = CreateTrainer(network, data, nameof(data), batchSize, threads);
        var batches = new BatchSource<T>(data, trainer.BatchSize, random: null);
        if (MetricCheck.ProblemWith(metrics ?? [], network.Description, trainer.TakesLabels) is { } problem)
        {
            throw new ArgumentException($"The metrics do not fit: {problem}.", nameof(metrics));
        }

        return FitSession<T>.Judge(trainer, batches, new Score<T>(trainer, network.Description, metrics ?? []));
    }

    /// <summary>A trainer for a dataset that has been checked, and no larger than it has samples.</summary>
    private static Trainer<T> CreateTrainer<T>(INetwork<T> network, Dataset<T> data, string name, int batchSize, int threads)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var trainer = network.CreateTrainer(Math.Clamp(data.Count, 1, batchSize), threads);
        try
        {
            DatasetCheck.Require(network.Description, trainer.TakesLabels, data, name);
            return trainer;
        }
        catch
        {
            trainer.Dispose();
            throw;
        }
    }
}
