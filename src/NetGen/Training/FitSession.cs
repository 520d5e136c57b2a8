using System.Diagnostics;
using NetGen.Weights;

namespace NetGen;

/// <summary>One training by <c>Fit</c>. After construction nothing is allocated but a few records per epoch.</summary>
internal sealed class FitSession<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FitOptions options;
    private readonly Trainer<T> trainer;
    private readonly BatchSource<T> batches;
    private readonly BatchSource<T>? validation;
    private readonly Score<T> score;
    private readonly FitProgress progress;
    private readonly MonitoredMetric plateauMonitor;
    private readonly Plateau? plateau;
    private readonly DivergenceGuard<T> divergence;
    private readonly FitCheckpoint<T>? checkpoint;
    private readonly TensorStore<T>? bestWeights;
    private long started;

    /// <param name="network">What learns.</param>
    /// <param name="trainer">What trains it.</param>
    /// <param name="train">What it learns from, checked.</param>
    /// <param name="validation">What it is judged by, checked.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ArgumentException">The options do not fit each other or the network.</exception>
    public FitSession(INetwork<T> network, Trainer<T> trainer, Dataset<T> train, Dataset<T>? validation, FitOptions options)
    {
        this.options = options;
        this.trainer = trainer;
        batches = new BatchSource<T>(train, trainer.BatchSize, options.Shuffle ? new RandomSource(options.Seed) : null, trainer.LeastSamples);
        this.validation = validation is null ? null : new BatchSource<T>(validation, trainer.BatchSize, random: null);
        score = new Score<T>(trainer, network.Description, options.Metrics);
        FitCheck.Require(network.Description, trainer, score.HasAccuracy, options);
        progress = new FitProgress(options, batches.Count, score.HasAccuracy);
        plateauMonitor = options.ReduceOnPlateau?.Monitor ?? progress.Monitor;
        plateau = options.ReduceOnPlateau?.Begin(plateauMonitor.LargerIsBetter);
        divergence = new DivergenceGuard<T>(trainer, progress);
        if (options.ClassWeights is not null)
        {
            ((LabelTrainer<T>)trainer).ClassWeights = options.ClassWeights;
        }

        if (options.AccumulationSteps > 1)
        {
            trainer.ReserveAccumulator();
        }

        trainer.LearningRate = options.LearningRate ?? trainer.LearningRate;
        trainer.NoiseSeed = options.Seed;
        options.Watch?.Attach(network, trainer);
        bestWeights = options.RestoreBest ?? options.EarlyStopping is not null ? trainer.Parameters.CreateSimilar() : null;
        checkpoint = options.Checkpoint is null
            ? null
            : new FitCheckpoint<T>(options.Checkpoint, trainer, FitFingerprint.Of(trainer.BatchSize, train, validation, options), bestWeights);
    }

    /// <summary>Trains to the end.</summary>
    public FitHistory Run()
    {
        try
        {
            Train();
        }
        catch (Exception problem)
        {
            if (problem is TrainingDivergedException)
            {
                RestoreBest();
            }

            EndQuietly();
            throw;
        }

        RestoreBest();
        var history = progress.ToHistory(options.Watch?.Findings ?? []);
        options.Observer?.OnEnd();
        return history;
    }

    private void Train()
    {
        checkpoint?.Resume(Exchange);
        CatchUpWithShuffles();
        while (!progress.IsOver)
        {
            RunEpoch();
        }
    }

    private void RestoreBest()
    {
        if (bestWeights is not null && progress.Best.Epoch > 0)
        {
            trainer.Parameters.CopyFrom(bestWeights);
        }
    }

    /// <summary>An observer that fails at the end does not hide why the training has ended.</summary>
    private void EndQuietly()
    {
        try
        {
            options.Observer?.OnEnd();
        }
        catch (Exception)
        {
        }
    }

    private void Exchange(Notes notes)
    {
        progress.Exchange(notes);
        score.Exchange(notes);
        plateau?.Exchange(notes);
    }

    /// <summary>The order of samples follows from the seed and the number of shuffles: it is made again, and not kept.</summary>
    private void CatchUpWithShuffles()
    {
        for (int epoch = 1; epoch < progress.Epoch + (progress.Batch > 0 ? 1 : 0); epoch++)
        {
            batches.Restart();
        }
    }

    private void RunEpoch()
    {
        started = Stopwatch.GetTimestamp();
        if (progress.Batch == 0)
        {
            score.Reset();
            batches.Restart();
            progress.BeginEpoch(options.Schedule?.RateAt(trainer.StepCount) ?? trainer.LearningRate);
        }

        while (progress.Batch < batches.Count)
        {
            StopIfCancelled();
            Update();
            if (progress.Batch < batches.Count && checkpoint?.IsDueAfterStep(trainer.StepCount) == true)
            {
                SaveWithinEpoch(checkpoint);
            }
        }

        // Once judging has begun, what was learned with is forgotten: it is cancelled before or after.
        StopIfCancelled();
        var learned = score.Result;
        var judged = validation is null ? null : Judge(trainer, validation, score);
        divergence.RequireFiniteWeights();
        divergence.RequireFiniteJudgement(judged);
        EndEpoch(progress.EndEpoch(learned, judged, Stopwatch.GetElapsedTime(started)));
    }

    /// <summary>One update, of one batch or of several.</summary>
    private void Update()
    {
        trainer.LearningRate = options.Schedule?.RateAt(trainer.StepCount) ?? trainer.LearningRate;
        bool accumulates = options.AccumulationSteps > 1;
        int end = (int)Math.Min((long)progress.Batch + options.AccumulationSteps, batches.Count);
        while (progress.Batch < end)
        {
            var batch = batches[progress.Batch];
            double rate = trainer.LearningRate;
            double loss = double.CreateTruncating(accumulates ? trainer.AccumulateBatch(batch) : trainer.Step(batch));
            progress.Batch++;
            divergence.RequireFiniteStep(loss, rate);
            score.Add(batch, loss);
            options.Observer?.OnStep(new(progress.Epoch, options.Epochs, progress.Batch, batches.Count, batch.Count, score.Loss, rate));
        }

        if (accumulates)
        {
            trainer.Update();
        }
    }

    private void EndEpoch(EpochResult result)
    {
        bool isBest = progress.Take(result);
        if (isBest)
        {
            bestWeights?.CopyFrom(trainer.Parameters);
        }

        if (plateau is not null)
        {
            trainer.LearningRate = plateau.Next(trainer.LearningRate, plateauMonitor.Read(result));
        }

        if (isBest)
        {
            checkpoint?.SaveBest(Exchange, progress);
        }

        if (checkpoint is not null && (progress.IsOver || checkpoint.IsDueAfterEpoch(result.Epoch)))
        {
            checkpoint.Save(Exchange, progress);
        }

        options.Progress?.Invoke(result);
        options.Observer?.OnEpoch(result, options.Epochs);
    }

    private void StopIfCancelled()
    {
        if (options.CancellationToken.IsCancellationRequested)
        {
            SaveWithinEpoch(checkpoint);
            options.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private void SaveWithinEpoch(FitCheckpoint<T>? file)
    {
        if (file is not null)
        {
            divergence.RequireFiniteWeights();
            file.Save(ExchangeWithinEpoch, progress);
        }
    }

    private void ExchangeWithinEpoch(Notes notes)
    {
        var earlier = progress.Elapsed;
        progress.Elapsed = earlier + Stopwatch.GetElapsedTime(started);
        Exchange(notes);
        progress.Elapsed = earlier;
    }

    /// <summary>Judges a network on batches, without learning from them.</summary>
    public static Evaluation Judge(Trainer<T> trainer, BatchSource<T> batches, Score<T> score)
    {
        score.Reset();
        for (int step = 0; step < batches.Count; step++)
        {
            var batch = batches[step];
            score.Add(batch, double.CreateTruncating(trainer.Evaluate(batch)));
        }

        return score.Result;
    }
}
