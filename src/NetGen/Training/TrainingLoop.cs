using System.Diagnostics;

namespace NetGen;

/// <summary>Trains and judges any network on datasets.</summary>
public static class TrainingLoop
{
    /// <summary>
    /// Trains a network: for each epoch, every sample once, in batches. The optimizer starts anew with each call. After the
    /// start nothing is allocated but one result per epoch.
    /// </summary>
    /// <typeparam name="T">The network's element type.</typeparam>
    /// <param name="network">What learns.</param>
    /// <param name="train">What it learns from.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>Loss and accuracy, epoch by epoch.</returns>
    /// <exception cref="ArgumentException">A dataset does not fit the network; nothing has changed.</exception>
    /// <exception cref="TrainingDivergedException">The loss is infinite or not a number.</exception>
    /// <exception cref="OperationCanceledException">The training was cancelled; the network keeps what it has learned.</exception>
    public static FitHistory Fit<T>(this INetwork<T> network, Dataset<T> train, FitOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        options ??= new FitOptions();
        var validation = options.Validation is null ? null : DatasetCheck.RequireType<T>(options.Validation, nameof(options.Validation));
        var trainer = CreateTrainer(network, train, nameof(train), options.BatchSize);
        if (validation is not null)
        {
            DatasetCheck.Require(network.Description, trainer.TakesLabels, validation, nameof(options.Validation));
        }

        trainer.LearningRate = options.LearningRate ?? trainer.LearningRate;
        trainer.NoiseSeed = options.Seed;
        var batches = new BatchSource<T>(train, trainer.BatchSize, options.Shuffle ? new RandomSource(options.Seed) : null, trainer.LeastSamples);
        var validationBatches = validation is null ? null : new BatchSource<T>(validation, trainer.BatchSize, random: null);
        var score = new Score<T>(trainer, network.Description);
        var epochs = new List<EpochResult>();
        for (int epoch = 1; epoch <= options.Epochs; epoch++)
        {
            long start = Stopwatch.GetTimestamp();
            double learningRate = trainer.LearningRate;
            var learned = RunEpoch(trainer, batches, score, epoch, options.CancellationToken);
            var judged = validationBatches is null ? null : Judge(trainer, validationBatches, score, options.CancellationToken);
            var elapsed = Stopwatch.GetElapsedTime(start);
            epochs.Add(new(epoch, learned.Loss, learned.Accuracy, judged?.Loss, judged?.Accuracy, learningRate, elapsed));
            options.Progress?.Invoke(epochs[^1]);
        }

        return new FitHistory(epochs);
    }

    /// <summary>Judges a network on samples, without learning from them.</summary>
    /// <typeparam name="T">The network's element type.</typeparam>
    /// <param name="network">What is judged.</param>
    /// <param name="data">The samples.</param>
    /// <param name="batchSize">The number of samples that go through the network at once, at least 1.</param>
    /// <exception cref="ArgumentException">The dataset does not fit the network.</exception>
    public static Evaluation Evaluate<T>(this INetwork<T> network, Dataset<T> data, int batchSize = 256)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        var trainer = CreateTrainer(network, data, nameof(data), batchSize);
        var batches = new BatchSource<T>(data, trainer.BatchSize, random: null);
        return Judge(trainer, batches, new Score<T>(trainer, network.Description), CancellationToken.None);
    }

    /// <summary>A trainer for a dataset that has been checked, and no larger than it has samples.</summary>
    private static Trainer<T> CreateTrainer<T>(INetwork<T> network, Dataset<T> data, string name, int batchSize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var trainer = network.CreateTrainer(Math.Clamp(data.Count, 1, batchSize));
        DatasetCheck.Require(network.Description, trainer.TakesLabels, data, name);
        return trainer;
    }

    private static Evaluation RunEpoch<T>(Trainer<T> trainer, BatchSource<T> batches, Score<T> score, int epoch, CancellationToken cancellation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        score.Reset();
        batches.Restart();
        for (int step = 0; step < batches.Count; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var batch = batches[step];
            double rate = trainer.LearningRate;
            double loss = double.CreateTruncating(trainer.Step(batch));
            if (!double.IsFinite(loss))
            {
                throw new TrainingDivergedException(epoch, step + 1, loss, rate);
            }

            score.Add(batch, loss);
        }

        return score.Result;
    }

    private static Evaluation Judge<T>(Trainer<T> trainer, BatchSource<T> batches, Score<T> score, CancellationToken cancellation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        score.Reset();
        for (int step = 0; step < batches.Count; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var batch = batches[step];
            score.Add(batch, double.CreateTruncating(trainer.Evaluate(batch)));
        }

        return score.Result;
    }
}
