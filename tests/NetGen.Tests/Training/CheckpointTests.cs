using System.Text;
using System.Text.RegularExpressions;

namespace NetGen.Tests.Training;

/// <summary>What a checkpoint does and refuses; that resumed trainings come to the same bits is tested on generated networks.</summary>
public sealed class CheckpointTests : IDisposable
{
    private static readonly Dataset<double> Data = Samples.Clouds(40);

    private readonly string folder = Directory.CreateTempSubdirectory("netgen-checkpoint-").FullName;

    private string FilePath => Path.Combine(folder, "inner", "training.safetensors");

    private FitOptions Options => new() { Epochs = 3, BatchSize = 8, Seed = 4, Checkpoint = new(FilePath) };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_training_that_has_ended_is_not_made_again()
    {
        var first = new LinearModel(2, 3, "CrossEntropy");
        var expected = first.Fit(Data, Options);
        var second = new LinearModel(2, 3, "CrossEntropy");
        int epochs = 0;
        var history = second.Fit(Data, Options with { Progress = _ => epochs++ });

        epochs.ShouldBe(0);
        Weights(second).ShouldBe(Weights(first));
        history.Epochs.Select(epoch => epoch.ToString()).ShouldBe(expected.Epochs.Select(epoch => epoch.ToString()));
        history.Last.Elapsed.ShouldBe(expected.Last.Elapsed);
    }

    [Fact]
    public void More_epochs_go_on_from_its_end()
    {
        var whole = new LinearModel(2, 3, "CrossEntropy");
        whole.Fit(Data, Options with { Epochs = 5, Checkpoint = null });
        new LinearModel(2, 3, "CrossEntropy").Fit(Data, Options);
        var resumed = new LinearModel(2, 3, "CrossEntropy");
        resumed.Fit(Data, Options with { Epochs = 5 }).Epochs.Count.ShouldBe(5);

        Weights(resumed).ShouldBe(Weights(whole));
    }

    [Fact]
    public void The_best_weights_have_a_file_of_their_own()
    {
        string best = Path.Combine(folder, "new", "best.safetensors");
        var model = new LinearModel(2, 3, "CrossEntropy");
        model.Fit(Data, Options with { RestoreBest = true, Checkpoint = new(FilePath) { BestPath = best } });
        var loaded = new LinearModel(2, 3, "CrossEntropy");
        NetGen.Weights.Safetensors.Load(best, loaded.Parameters);

        Weights(loaded).ShouldBe(Weights(model));
    }

    [Fact]
    public void A_training_goes_on_from_its_best_epoch_too()
    {
        string best = Path.Combine(folder, "best.safetensors");
        var options = Options with { RestoreBest = true, ReduceOnPlateau = new() { Patience = 1 } };
        var whole = new LinearModel(2, 3, "CrossEntropy");
        var expected = whole.Fit(Data, options with { Epochs = 5, Checkpoint = null });
        var first = new LinearModel(2, 3, "CrossEntropy").Fit(Data, options with { Epochs = 2, Checkpoint = new(FilePath) { BestPath = best } });
        first.Best.Epoch.ShouldBe(2);
        var resumed = new LinearModel(2, 3, "CrossEntropy");
        int epochs = 0;
        var history = resumed.Fit(Data, options with { Epochs = 5, Checkpoint = new(best), Progress = _ => epochs++ });

        epochs.ShouldBe(3);
        Weights(resumed).ShouldBe(Weights(whole));
        history.Epochs.Select(epoch => epoch.Loss).ShouldBe(expected.Epochs.Select(epoch => epoch.Loss));
    }

    [Fact]
    public void Patience_goes_on_where_it_was()
    {
        double[] losses = [5, 6, 7, 8, 9];
        var options = new FitOptions { Epochs = 5, Validation = ScriptedModel.Data, EarlyStopping = new(patience: 2), Checkpoint = new(FilePath) };
        new ScriptedModel(losses).Fit(ScriptedModel.Data, options with { Epochs = 2 }).StoppedEarly.ShouldBeFalse();
        var history = new ScriptedModel(losses).Fit(ScriptedModel.Data, options);

        history.Epochs.Count.ShouldBe(3);
        history.StoppedEarly.ShouldBeTrue();
    }

    [Fact]
    public void A_plateau_goes_on_cooling()
    {
        double[] losses = [5, 5, 5, 5, 5, 5];
        FitOptions Until(int epoch) => new()
        {
            Epochs = epoch,
            Validation = ScriptedModel.Data,
            ReduceOnPlateau = new() { Patience = 0, Factor = 0.5, Cooldown = 2 },
            Checkpoint = new(FilePath),
        };
        new ScriptedModel(losses).Fit(ScriptedModel.Data, Until(2));
        var history = new ScriptedModel(losses).Fit(ScriptedModel.Data, Until(6));

        history.Epochs.Select(epoch => epoch.LearningRate).ShouldBe([1, 1, 0.5, 0.5, 0.5, 0.25]);
    }

    [Fact]
    public void The_last_epoch_is_kept_whatever_the_interval()
    {
        var options = Options with { Checkpoint = new(FilePath) { EveryEpochs = 2 } };
        new LinearModel(2, 3, "CrossEntropy").Fit(Data, options);
        int epochs = 0;
        new LinearModel(2, 3, "CrossEntropy").Fit(Data, options with { Epochs = 4, Progress = _ => epochs++ });

        epochs.ShouldBe(1);
    }

    [Fact]
    public void What_a_crash_left_is_cleared_away_and_a_file_can_be_replaced()
    {
        string best = Path.Combine(folder, "best.safetensors");
        new LinearModel(2, 3, "CrossEntropy").Fit(Data, Options);
        File.WriteAllText($"{FilePath}.netgen-abcdefgh.ijk.tmp", "part");
        File.WriteAllText($"{best}.netgen-abcdefgh.ijk.tmp", "part");
        int epochs = 0;
        var checkpoint = new Checkpointing(FilePath) { Resume = false, BestPath = best };
        new LinearModel(2, 3, "CrossEntropy").Fit(Data, Options with { RestoreBest = true, Checkpoint = checkpoint, Progress = _ => epochs++ });

        epochs.ShouldBe(3);
        Directory.GetFiles(Path.GetDirectoryName(FilePath)!).ShouldBe([FilePath]);
        Directory.GetFiles(folder).ShouldBe([best]);
    }

    [Fact]
    public void A_relative_path_stays_where_it_was()
    {
        var checkpoint = new Checkpointing("run.safetensors") { BestPath = "best.safetensors" };
        checkpoint.Path.ShouldBe("run.safetensors");
        checkpoint.BestPath.ShouldBe("best.safetensors");
        checkpoint.FullPath.ShouldBe(Path.GetFullPath("run.safetensors"));
        checkpoint.FullBestPath.ShouldBe(Path.GetFullPath("best.safetensors"));
        (checkpoint with { BestPath = null }).FullBestPath.ShouldBeNull();
        checkpoint.ToString().ShouldBe("Checkpointing { Path = run.safetensors, EveryEpochs = 1, EverySteps = , Resume = True, BestPath = best.safetensors }");
    }

    [Fact]
    public void Files_that_a_crash_did_not_leave_stay()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        string[] kept = [$"{FilePath}.notes.tmp", $"{FilePath}.abcdefgh.ijk.tmp", $"{FilePath}.best.netgen-abcdefgh.ijk.tmp", $"{FilePath}.netgen-notes.tmp"];
        foreach (string file in kept)
        {
            File.WriteAllText(file, "mine");
        }

        new LinearModel(2, 3, "CrossEntropy").Fit(Data, Options);

        kept.ShouldAllBe(file => File.Exists(file));
    }

    [Fact]
    public void A_training_cancelled_after_the_last_batch_of_an_epoch_goes_on_too()
    {
        var whole = new LinearModel(2, 3, "CrossEntropy");
        var expected = whole.Fit(Data, Options with { Validation = Data, Checkpoint = null });
        using var source = new CancellationTokenSource();
        var options = Options with { Validation = Data, Observer = new Canceller(source, batch: 5) };
        Should.Throw<OperationCanceledException>(() => new LinearModel(2, 3, "CrossEntropy").Fit(Data, options with { CancellationToken = source.Token }));
        var resumed = new LinearModel(2, 3, "CrossEntropy");
        var history = resumed.Fit(Data, options with { Observer = null });

        Weights(resumed).ShouldBe(Weights(whole));
        history.Epochs.Select(epoch => (epoch.Loss, epoch.ValidationLoss)).ShouldBe(expected.Epochs.Select(epoch => (epoch.Loss, epoch.ValidationLoss)));
    }

    [Fact]
    public void Another_training_is_refused_with_both_sides()
    {
        new LinearModel(2, 3, "CrossEntropy").Fit(Data, Options);
        ShouldBeRefused(Data, Options with { BatchSize = 5 }, "batch size should be '5'", "is '8'");
        ShouldBeRefused(Data[..39], Options, "number of samples should be '39'", "is '40'");
        ShouldBeRefused(Data.Shuffle(seed: 1), Options, "samples should be");
        ShouldBeRefused(Data, Options with { EarlyStopping = new(2, MonitoredMetric.Accuracy), RestoreBest = false }, "early stopping should be 'by accuracy'", "is 'none'");
        ShouldBeRefused(Data, Options with { Seed = 5 }, "seed should be '5'", "is '4'");
        ShouldBeRefused(Data, Options with { Shuffle = false }, "shuffling should be 'off'");
        ShouldBeRefused(Data, Options with { AccumulationSteps = 2 }, "accumulation steps should be '2'");
        ShouldBeRefused(Data, Options with { LearningRate = 0.25 }, "learning rate should be '0.25'", "'as declared'");
        ShouldBeRefused(Data, Options with { Schedule = Schedule.Constant(0.5) }, "schedule should be 'Constant(0.5)'", "is 'none'");
        ShouldBeRefused(Data, Options with { ClassWeights = [1, 2, 0.5] }, "class weights should be '1, 2, 0.5'");
        ShouldBeRefused(Data, Options with { Metrics = [new F1Metric()] }, "metrics should be 'f1'");
        ShouldBeRefused(Data, Options with { Metrics = [new Accuracy(0.5)] }, "metrics should be 'accuracy(threshold: 0.5)'");
        ShouldBeRefused(Data, Options with { Validation = Data }, "number of validation samples should be '40'");
        ShouldBeRefused(Data, Options with { RestoreBest = true }, "best weights should be 'on'");
        ShouldBeRefused(Data, Options with { Monitor = MonitoredMetric.Accuracy }, "monitor should be 'accuracy'", "is 'default'");
        ShouldBeRefused(Data, Options with { ReduceOnPlateau = new() }, "plateau should be 'ReduceOnPlateau(", "is 'none'");
    }

    [Fact]
    public void Other_validation_samples_are_another_training()
    {
        new LinearModel(2, 3, "CrossEntropy").Fit(Data, Options with { Validation = Data });
        ShouldBeRefused(Data, Options with { Validation = Data.Shuffle(seed: 1) }, "Its validation samples should be");
    }

    [Fact]
    public void Other_targets_and_another_loss_are_another_training()
    {
        var data = Samples.Plane(40);
        new LinearModel(2, 1, "MeanSquaredError").Fit(data, Options);
        var others = Dataset.Valued(data.Inputs.ToArray(), new double[40], inputSize: 2);
        Should.Throw<InvalidDataException>(() => new LinearModel(2, 1, "MeanSquaredError").Fit(others, Options)).Message.ShouldContain("Its samples should be");
        Should.Throw<InvalidDataException>(() => new LinearModel(2, 1, "HalfSquaredError").Fit(data, Options)).Message
            .ShouldContain("loss should be 'HalfSquaredError()', but is 'MeanSquaredError()'");
    }

    [Fact]
    public void Another_network_is_refused_with_both_sides()
    {
        new LinearModel(2, 3, "CrossEntropy").Fit(Data, Options);
        var problem = Should.Throw<InvalidDataException>(() => new LinearModel(2, 4, "CrossEntropy").Fit(Data, Options));
        problem.Message.ShouldContain(FilePath);
        problem.Message.ShouldContain("[4, 2] in the network, but [3, 2] in the file");
    }

    [Fact]
    public void Another_network_of_the_same_tensors_is_refused()
    {
        var model = new LinearModel(2, 3, "CrossEntropy");
        model.Fit(Data, Options);
        var other = new LinearModel(2, 3, "CrossEntropy")
        {
            Description = model.Description with { Layers = [.. model.Description.Layers, new("tanh1", "Tanh", ["dense1"], [3], [])] },
        };
        Should.Throw<InvalidDataException>(() => other.Fit(Data, Options)).Message
            .ShouldContain("layers should be 'input1 = Input(); dense1 = Dense(input1); tanh1 = Tanh(dense1)', but is 'input1 = Input(); dense1 = Dense(input1)'");
    }

    [Fact]
    public void Other_penalties_and_limits_on_gradients_are_refused()
    {
        var model = new LinearModel(2, 3, "CrossEntropy");
        model.Fit(Data, Options);
        var penalized = model.Description with { Regularize = new("Regularize", [new("l2", 0.01)]) };
        var clipped = model.Description with { ClipGradients = new("ClipGradients", [new("norm", 1)]) };
        RefusalOf(penalized).ShouldContain("penalties should be 'Regularize(l2: 0.01)', but is 'none'");
        RefusalOf(clipped).ShouldContain("clipping should be 'ClipGradients(norm: 1)', but is 'none'");
    }

    [Fact]
    public void Another_body_of_a_users_activation_is_refused()
    {
        var description = new LinearModel(2, 3, "CrossEntropy").Description;
        new LinearModel(2, 3, "CrossEntropy") { Description = Activated(x => x + Math.Sin(x)) }.Fit(Data, Options);
        new LinearModel(2, 3, "CrossEntropy") { Description = Activated(x => Math.Sin(x) + x) }.Fit(Data, Options);
        RefusalOf(Activated(x => x + 1.001 * Math.Sin(x))).ShouldMatch("activations should be '[0-9A-F]{16}', but is '[0-9A-F]{16}'");
        RefusalOf(Activated(x => Math.Min(x + Math.Sin(x), 20))).ShouldContain("activations should be");

        NetworkDescription Activated(Func<double, double> function) =>
            description with { Layers = [.. description.Layers, new("activation1", "Activation", ["dense1"], [3], []) { Function = function }] };
    }

    [Theory]
    [InlineData(typeof(F1Metric))]
    [InlineData(typeof(PrecisionMetric))]
    [InlineData(typeof(RecallMetric))]
    [InlineData(typeof(ConfusionMatrix))]
    [InlineData(typeof(Accuracy))]
    public void Another_threshold_of_a_metric_is_refused(Type kind)
    {
        Metric Create(double threshold) => kind == typeof(Accuracy) ? new Accuracy(threshold)
            : kind == typeof(ConfusionMatrix) ? new ConfusionMatrix(threshold)
            : (Metric)Activator.CreateInstance(kind, Averaging.Macro, threshold)!;

        new LinearModel(2, 3, "CrossEntropy").Fit(Data, Options with { Metrics = [Create(0)] });
        ShouldBeRefused(Data, Options with { Metrics = [Create(0.5)] }, "(threshold: 0.5)', but is '");
    }

    [Fact]
    public void Damaged_files_and_files_of_weights_are_refused()
    {
        new LinearModel(2, 3, "CrossEntropy").Fit(Data, Options);
        byte[] bytes = File.ReadAllBytes(FilePath);
        File.WriteAllBytes(FilePath, bytes[..^9]);
        ShouldBeRefused(Data, Options, "ends within");
        File.WriteAllBytes(FilePath, [1, 2, 3]);
        ShouldBeRefused(Data, Options, "header's length");
        NetGen.Weights.Safetensors.Save(FilePath, new LinearModel(2, 3, "CrossEntropy").Parameters);
        ShouldBeRefused(Data, Options, "format should be 'netgen-trainer-1', but it has none");
        var trainer = new LinearModel(2, 3, "CrossEntropy").CreateTrainer(4);
        trainer.SaveState(FilePath);
        ShouldBeRefused(Data, Options, "layers should be");
    }

    /// <summary>Whatever is wrong is found before the network's weights are replaced.</summary>
    [Theory]
    [InlineData("fit.history", "1 2 3", "'fit.history' should be a multiple of 6 numbers, but has 3")]
    [InlineData("fit.history", "1 2 3 4 5 x", "'fit.history' should be numbers, but has 'x'")]
    [InlineData("fit.batch", "6", "'fit.batch' should be a whole number from 0 to 5, but is '6'")]
    [InlineData("fit.batch", "-1", "'fit.batch' should be a whole number from 0 to 5")]
    [InlineData("fit.elapsed", "-1", "'fit.elapsed' should be a whole number that is not negative")]
    [InlineData("fit.rate", "NaN", "'fit.rate' should be a finite number that is not negative, but is 'NaN'")]
    [InlineData("fit.best.epoch", "4", "'fit.best.epoch' should be a whole number from 0 to 3, but is '4'")]
    [InlineData("trainer.learningRate", "NaN", "'trainer.learningRate' should be a finite number that is not negative, but is 'NaN'")]
    [InlineData("trainer.learningRate", "-0.5", "'trainer.learningRate' should be a finite number")]
    [InlineData("trainer.stepCount", "-1", "'trainer.stepCount' should be a whole number that is not negative")]
    [InlineData("score.right", "1.5", "'score.right' should be a whole number")]
    [InlineData("best weights", "yes", "best weights should be 'no', but is 'yes'")]
    public void Notes_that_are_damaged_are_refused(string note, string text, string reason)
    {
        new LinearModel(2, 3, "CrossEntropy").Fit(Data, Options);
        ChangeNote(note, text);
        ShouldBeRefused(Data, Options, reason);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("-0.5")]
    [InlineData("Infinity")]
    public void A_trainers_learning_rate_that_is_damaged_is_refused(string rate)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        new LinearModel(2, 3, "CrossEntropy").CreateTrainer(4).SaveState(FilePath);
        ChangeNote("trainer.learningRate", rate);
        var model = new LinearModel(2, 3, "CrossEntropy");
        model.Parameters.Write("dense1.bias", [1, 2, 3]);
        var trainer = model.CreateTrainer(4);

        string message = Should.Throw<InvalidDataException>(() => trainer.LoadState(FilePath)).Message;
        message.ShouldBe($"Cannot go on from '{FilePath}'. Its 'trainer.learningRate' should be a finite number that is not negative, but is '{rate}'.");
        trainer.LearningRate.ShouldBe(0.5);
        model.Parameters.ToArray("dense1.bias").ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Gradients_do_not_outlive_a_trainers_parameters()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        var trainer = (LabelTrainer<double>)new LinearModel(2, 3, "CrossEntropy").CreateTrainer(40);
        trainer.SaveState(FilePath);
        trainer.Forward(Data.Inputs);
        trainer.Loss(Data.Labels);
        trainer.Backward();
        trainer.LoadState(FilePath);

        Should.Throw<InvalidOperationException>(trainer.Update);
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

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Should.Throw<ArgumentException>(() => new Checkpointing("")).ParamName.ShouldBe("path");
        Should.Throw<ArgumentException>(() => new Checkpointing("/")).Message.ShouldBe("Expected the path of a file, but '/' is that of a folder. (Parameter 'path')");
        Should.Throw<ArgumentException>(() => new Checkpointing("a") { BestPath = "runs/" }).ParamName.ShouldBe("BestPath");
        Should.Throw<ArgumentException>(() => new Checkpointing("a") { BestPath = "" }).ParamName.ShouldBe("BestPath");
        Should.Throw<ArgumentOutOfRangeException>(() => new Checkpointing("a") { EveryEpochs = 0 }).ParamName.ShouldBe("EveryEpochs");
        Should.Throw<ArgumentOutOfRangeException>(() => new Checkpointing("a") { EverySteps = 0 }).ParamName.ShouldBe("EverySteps");
    }

    private string RefusalOf(NetworkDescription network) =>
        Should.Throw<InvalidDataException>(() => new LinearModel(2, 3, "CrossEntropy") { Description = network }.Fit(Data, Options)).Message;

    private void ShouldBeRefused(Dataset<double> data, FitOptions options, params string[] parts)
    {
        var model = new LinearModel(2, 3, "CrossEntropy");
        double[] before = Weights(model);
        byte[] file = File.ReadAllBytes(FilePath);
        string message = Should.Throw<InvalidDataException>(() => model.Fit(data, options)).Message;
        message.ShouldContain(FilePath);
        message.ShouldEndWith(" A Checkpointing with Resume = false begins anew, and replaces the file.");
        foreach (string part in parts)
        {
            message.ShouldContain(part);
        }

        Weights(model).ShouldBe(before);
        File.ReadAllBytes(FilePath).ShouldBe(file);
    }

    private void ChangeNote(string name, string text)
    {
        byte[] bytes = File.ReadAllBytes(FilePath);
        int length = (int)BitConverter.ToInt64(bytes);
        string header = Encoding.UTF8.GetString(bytes, 8, length);
        string changed = Regex.Replace(header, $"\"{Regex.Escape(name)}\":\"[^\"]*\"", $"\"{name}\":\"{text}\"");
        changed.ShouldNotBe(header);
        byte[] written = Encoding.UTF8.GetBytes(changed);
        File.WriteAllBytes(FilePath, [.. BitConverter.GetBytes((long)written.Length), .. written, .. bytes[(8 + length)..]]);
    }

    /// <summary>Targets so large that a learning rate of 1e300 overflows.</summary>
    private static Dataset<double> Steep(int count)
    {
        var plane = Samples.Plane(count);
        return Dataset.Valued(plane.Inputs.ToArray(), [.. plane.Targets.ToArray().Select(target => 1e20 * target)], inputSize: 2);
    }

    private static double[] Weights(LinearModel model) =>
        [.. model.Parameters.ToArray("dense1.weight"), .. model.Parameters.ToArray("dense1.bias")];

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
