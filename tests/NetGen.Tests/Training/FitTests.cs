namespace NetGen.Tests.Training;

public class FitTests
{
    [Fact]
    public void Classes_are_learned()
    {
        var model = new LinearModel(2, 3, "CrossEntropy");
        var history = TrainingLoop.Fit(model, Samples.Clouds(500), new FitOptions { Epochs = 5, Validation = Samples.Clouds(200, seed: 2) });

        history.Epochs.Select(epoch => epoch.Epoch).ShouldBe([1, 2, 3, 4, 5]);
        history.Last.ShouldBe(history.Epochs[4]);
        history.Last.Loss.ShouldBeLessThan(0.5 * history.Epochs[0].Loss);
        history.Last.Accuracy!.Value.ShouldBeGreaterThan(0.97);
        history.Last.ValidationAccuracy!.Value.ShouldBeGreaterThan(0.97);
        history.Last.LearningRate.ShouldBe(0.5);
        history.Last.Elapsed.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public void Values_are_learned()
    {
        var model = new LinearModel(2, 1, "MeanSquaredError");
        var history = TrainingLoop.Fit(model, Samples.Plane(500), new FitOptions { Epochs = 20, Validation = Samples.Plane(20, seed: 2) });

        history.Last.ValidationLoss!.Value.ShouldBeLessThan(1e-10);
        history.Last.Accuracy.ShouldBeNull();
        history.Last.ValidationAccuracy.ShouldBeNull();
        model.Parameters.ToArray("dense1.weight")[0].ShouldBe(2, 1e-6);
        model.Parameters.ToArray("dense1.weight")[1].ShouldBe(-3, 1e-6);
        model.Parameters.ToArray("dense1.bias")[0].ShouldBe(1, 1e-6);
    }

    [Fact]
    public void Sides_are_learned()
    {
        var model = new LinearModel(2, 3, "BinaryCrossEntropy");
        var history = TrainingLoop.Fit(model, Samples.Sides(500), new FitOptions { Epochs = 40, LearningRate = 2 });

        history.Last.Accuracy!.Value.ShouldBeGreaterThan(0.97);
        history.Last.ValidationLoss.ShouldBeNull();
        history.Last.ValidationAccuracy.ShouldBeNull();
        history.Last.LearningRate.ShouldBe(2);
    }

    /// <summary>The loop by hand: 10 samples in batches of 4, 4 and 2, in order.</summary>
    [Fact]
    public void An_epoch_is_its_steps()
    {
        var data = Samples.Clouds(10);
        var byHand = new LinearModel(2, 3, "CrossEntropy");
        var trainer = (LabelTrainer<double>)byHand.CreateTrainer(4);
        double loss = 0;
        foreach (Range range in (Range[])[0..4, 4..8, 8..10])
        {
            var batch = data[range];
            loss += batch.Count * trainer.Step(batch.Inputs, batch.Labels);
        }

        var model = new LinearModel(2, 3, "CrossEntropy");
        var history = TrainingLoop.Fit(model, data, new FitOptions { Epochs = 1, BatchSize = 4, Shuffle = false });

        history.Last.Loss.ShouldBe(loss / 10, 1e-15);
        model.Parameters.ToArray("dense1.weight").ShouldBe(byHand.Parameters.ToArray("dense1.weight"));
    }

    [Theory]
    [InlineData("CrossEntropy")]
    [InlineData("BinaryCrossEntropy")]
    public void A_seed_is_a_run(string loss)
    {
        double[] Run(long seed, bool shuffle = true)
        {
            var model = new LinearModel(2, 3, loss);
            var data = loss == "CrossEntropy" ? Samples.Clouds(50) : Samples.Sides(50);
            TrainingLoop.Fit(model, data, new FitOptions { Epochs = 3, BatchSize = 7, Seed = seed, Shuffle = shuffle });
            return model.Parameters.ToArray("dense1.weight");
        }

        Run(1).ShouldBe(Run(1));
        Run(1).ShouldNotBe(Run(2));
        Run(1, shuffle: false).ShouldBe(Run(2, shuffle: false));
        Run(1).ShouldNotBe(Run(1, shuffle: false));
    }

    [Fact]
    public void Shuffling_takes_every_sample_once_an_epoch_and_anew_each_time()
    {
        var data = Dataset.Valued([.. Enumerable.Range(0, 10).Select(i => (double)i)], [.. Enumerable.Range(0, 10).Select(i => -(double)i)], inputSize: 1);
        var batches = new List<double>[2];
        var model = new RecordingModel();
        TrainingLoop.Fit(model, data, new FitOptions { Epochs = 2, BatchSize = 4, Progress = epoch => batches[epoch.Epoch - 1] = model.TakeInputs() });

        batches[0].Order().ShouldBe(data.Inputs.ToArray());
        batches[1].Order().ShouldBe(data.Inputs.ToArray());
        batches[0].ShouldNotBe(batches[1]);
        model.TargetsMatched.ShouldBeTrue();
    }

    /// <summary>What is left over is too small to train on: the batch before gives of its own.</summary>
    [Theory]
    [InlineData(9, 4, 1, new[] { 4, 4, 1 })]
    [InlineData(9, 4, 2, new[] { 4, 3, 2 })]
    [InlineData(10, 4, 2, new[] { 4, 4, 2 })]
    [InlineData(8, 4, 2, new[] { 4, 4 })]
    [InlineData(4, 3, 2, new[] { 2, 2 })]
    [InlineData(3, 9, 2, new[] { 3 })]
    [InlineData(3, 3, 2, new[] { 3 })]
    [InlineData(5, 3, 2, new[] { 3, 2 })]
    [InlineData(7, 3, 2, new[] { 3, 2, 2 })]
    public void Batches_have_enough_samples(int samples, int batchSize, int least, int[] batches)
    {
        foreach (bool shuffle in (bool[])[false, true])
        {
            var model = new RecordingModel { LeastSamples = least };
            TrainingLoop.Fit(model, Countdown(samples), new FitOptions { Epochs = 1, BatchSize = batchSize, Shuffle = shuffle });
            model.Batches.ShouldBe(batches);
            model.TakeInputs().Order().ShouldBe(Countdown(samples).Inputs.ToArray());
            model.TargetsMatched.ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(4, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 2)]
    public void Batches_that_cannot_have_enough_samples_are_refused(int samples, int batchSize)
    {
        var model = new RecordingModel { LeastSamples = 2 };
        Should.Throw<ArgumentException>(() => TrainingLoop.Fit(model, Countdown(samples), new FitOptions { BatchSize = batchSize }))
            .Message.ShouldContain("at least 2 samples");
        model.Batches.ShouldBeEmpty();
    }

    private static Dataset<double> Countdown(int count) =>
        Dataset.Valued([.. Enumerable.Range(0, count).Select(i => (double)i)], [.. Enumerable.Range(0, count).Select(i => -(double)i)], inputSize: 1);

    [Fact]
    public void A_batch_may_be_larger_than_the_data()
    {
        var history = new LinearModel(2, 3, "CrossEntropy").Fit(Samples.Clouds(3), new FitOptions { BatchSize = int.MaxValue, Validation = Samples.Clouds(10) });
        history.Epochs.Count.ShouldBe(10);
    }

    [Fact]
    public void Steps_allocate_nothing()
    {
        var marks = new List<long>(6);
        TrainingLoop.Fit(
            new LinearModel(2, 3, "CrossEntropy"),
            Samples.Clouds(4000),
            new FitOptions { Epochs = 6, BatchSize = 2, Validation = Samples.Clouds(1000), Progress = _ => marks.Add(GC.GetAllocatedBytesForCurrentThread()) });

        // 2,000 steps and 500 evaluations an epoch, and a few records.
        Allocations.LeastBetween(marks).ShouldBeLessThan(1000);
    }

    [Fact]
    public void Cancelling_ends_between_steps_and_keeps_what_is_learned()
    {
        using var source = new CancellationTokenSource();
        var model = new LinearModel(2, 3, "CrossEntropy");
        double[] before = model.Parameters.ToArray("dense1.weight");
        int epochs = 0;
        var options = new FitOptions
        {
            CancellationToken = source.Token,
            Progress = _ =>
            {
                epochs++;
                source.Cancel();
            },
        };

        Should.Throw<OperationCanceledException>(() => TrainingLoop.Fit(model, Samples.Clouds(100), options));
        epochs.ShouldBe(1);
        model.Parameters.ToArray("dense1.weight").ShouldNotBe(before);
    }

    [Fact]
    public void A_loss_that_is_no_number_ends_the_training()
    {
        var model = new LinearModel(2, 1, "MeanSquaredError");
        var problem = Should.Throw<TrainingDivergedException>(() => TrainingLoop.Fit(model, Samples.Plane(100), new FitOptions { Epochs = 1000, LearningRate = 100 }));
        problem.Epoch.ShouldBeGreaterThan(1);
        problem.Step.ShouldBeInRange(1, 4);
        problem.Message.ShouldContain($"step {problem.Step} of epoch {problem.Epoch}");
        problem.Message.ShouldContain("learning rate of 100");
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new FitOptions { Epochs = 0 }).ParamName.ShouldBe("Epochs");
        Should.Throw<ArgumentOutOfRangeException>(() => new FitOptions { BatchSize = 0 }).ParamName.ShouldBe("BatchSize");
        foreach (double rate in (double[])[0, -1, double.NaN, double.PositiveInfinity])
        {
            Should.Throw<ArgumentOutOfRangeException>(() => new FitOptions { LearningRate = rate }).ParamName.ShouldBe("LearningRate");
        }
    }

    [Fact]
    public void Results_read_as_one_line_in_any_culture()
    {
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new("de-DE");
            new EpochResult(3, 0.21849, 0.935, 0.2509, 0.921, 0.1, TimeSpan.FromSeconds(0.41)).ToString()
                .ShouldBe("epoch 3: loss 0.2185, accuracy 93.5 %; validation loss 0.2509, accuracy 92.1 % (0.41 s)");
            new EpochResult(3, 12.5, null, null, null, 0.1, TimeSpan.FromSeconds(2)).ToString()
                .ShouldBe("epoch 3: loss 12.5 (2.00 s)");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }
}
