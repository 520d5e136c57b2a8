namespace NetGen.Tests.Training;

/// <summary>What a training leaves that is cancelled, or diverges, between two checkpoints.</summary>
public sealed class InterruptedCheckpointTests : CheckpointFixture
{
    [Fact]
    public void A_training_cancelled_after_the_last_batch_of_an_epoch_goes_on_too()
    {
        // The accuracy of the loss among the metrics once more: both are kept.
        var options = Options with { Validation = Data, Metrics = [new Accuracy()] };
        var whole = new LinearModel(2, 3, "CrossEntropy");
        var expected = whole.Fit(Data, options with { Checkpoint = null });
        using var source = new CancellationTokenSource();
        options = options with { Observer = new Canceller(source, batch: 5) };
        Should.Throw<OperationCanceledException>(() => new LinearModel(2, 3, "CrossEntropy").Fit(Data, options with { CancellationToken = source.Token }));
        var resumed = new LinearModel(2, 3, "CrossEntropy");
        var history = resumed.Fit(Data, options with { Observer = null });

        Weights(resumed).ShouldBe(Weights(whole));
        history.Epochs.Select(epoch => (epoch.Loss, epoch.Accuracy, epoch.Metrics["accuracy"], epoch.ValidationLoss)).ShouldBe(expected.Epochs.Select(epoch => (epoch.Loss, epoch.Accuracy, epoch.Metrics["accuracy"], epoch.ValidationLoss)));
    }

    [Fact]
    public void A_training_cancelled_in_its_last_batch_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        var options = Options with { Epochs = 1, Observer = new Canceller(source, batch: 5), CancellationToken = source.Token };
        Should.Throw<OperationCanceledException>(() => new LinearModel(2, 3, "CrossEntropy").Fit(Data, options));
    }

    [Fact]
    public void A_cancelled_training_goes_on()
    {
        var whole = new LinearModel(2, 3, "CrossEntropy");
        whole.Fit(Data, Options with { Checkpoint = null });
        using var source = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() => new LinearModel(2, 3, "CrossEntropy").Fit(
            Data, Options with { CancellationToken = source.Token, Progress = _ => source.Cancel() }));
        var resumed = new LinearModel(2, 3, "CrossEntropy");
        resumed.Fit(Data, Options).Epochs.Count.ShouldBe(3);

        Weights(resumed).ShouldBe(Weights(whole));
    }

    /// <summary>The sixth update, the first of the second epoch, makes the weights infinite, which only the seventh step's loss would show.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(null, true)]
    public void Weights_that_are_not_finite_do_not_replace_a_checkpoint(int? everySteps, bool isCancelled)
    {
        var options = Options with { Checkpoint = new(FilePath) { EverySteps = everySteps }, Schedule = Schedule.Of(step => step == 5 ? 1e300 : 0.05) };
        using var source = new CancellationTokenSource();
        var failing = options with { Observer = isCancelled ? new Canceller(source, batch: 1, epoch: 2) : null, CancellationToken = source.Token };
        var problem = Should.Throw<TrainingDivergedException>(() => new LinearModel(2, 1, "MeanSquaredError").Fit(Steep(5 * 8), failing));
        (problem.Epoch, problem.Step).ShouldBe((2, 1));
        problem.Message.ShouldContain("'dense1.weight' is not finite after the last update.");

        var loaded = new LinearModel(2, 1, "MeanSquaredError");
        NetGen.Weights.Safetensors.Load(FilePath, loaded.Parameters);
        Weights(loaded).ShouldAllBe(weight => double.IsFinite(weight));
    }

    [Fact]
    public void The_last_batch_of_an_epoch_that_is_cancelled_does_not_replace_a_checkpoint_by_weights_that_are_not_finite()
    {
        using var source = new CancellationTokenSource();
        var options = Options with
        {
            Schedule = Schedule.Of(step => step == 9 ? 1e300 : 0.05),
            Observer = new Canceller(source, batch: 5, epoch: 2),
            CancellationToken = source.Token,
        };
        Should.Throw<TrainingDivergedException>(() => new LinearModel(2, 1, "MeanSquaredError").Fit(Steep(5 * 8), options)).Epoch.ShouldBe(2);
        var loaded = new LinearModel(2, 1, "MeanSquaredError");
        NetGen.Weights.Safetensors.Load(FilePath, loaded.Parameters);
        Weights(loaded).ShouldAllBe(weight => double.IsFinite(weight));
    }

    /// <summary>Targets so large that a learning rate of 1e300 overflows.</summary>
    private static Dataset<double> Steep(int count)
    {
        var plane = Samples.Plane(count);
        return Dataset.Valued(plane.Inputs.ToArray(), [.. plane.Targets.ToArray().Select(target => 1e20 * target)], inputSize: 2);
    }

    /// <summary>Cancels when a batch has been learned from, of one epoch or any.</summary>
    private sealed class Canceller(CancellationTokenSource source, int batch, int? epoch = null) : ITrainingObserver
    {
        public void OnStep(in TrainingProgress progress)
        {
            if (progress.Batch == batch && progress.Epoch == (epoch ?? progress.Epoch))
            {
                source.Cancel();
            }
        }

        public void OnEpoch(EpochResult result, int epochs)
        {
        }

        public void OnEnd()
        {
        }
    }
}
