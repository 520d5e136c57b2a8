namespace NetGen.Tests.Training;

/// <summary>How a training goes on from a checkpoint; that it comes to the same bits is tested on generated networks.</summary>
public sealed class CheckpointTests : CheckpointFixture
{
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
        string best = Path.Combine(Folder, "new", "best.safetensors");
        var model = new LinearModel(2, 3, "CrossEntropy");
        model.Fit(Data, Options with { RestoreBest = true, Checkpoint = new(FilePath) { BestPath = best } });
        var loaded = new LinearModel(2, 3, "CrossEntropy");
        NetGen.Weights.Safetensors.Load(best, loaded.Parameters);

        Weights(loaded).ShouldBe(Weights(model));
    }

    [Fact]
    public void A_training_goes_on_from_its_best_epoch_too()
    {
        string best = Path.Combine(Folder, "best.safetensors");
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
        string best = Path.Combine(Folder, "best.safetensors");
        new LinearModel(2, 3, "CrossEntropy").Fit(Data, Options);
        File.WriteAllText($"{FilePath}.netgen-abcdefgh.ijk.tmp", "part");
        File.WriteAllText($"{best}.netgen-abcdefgh.ijk.tmp", "part");
        int epochs = 0;
        var checkpoint = new Checkpointing(FilePath) { Resume = false, BestPath = best };
        new LinearModel(2, 3, "CrossEntropy").Fit(Data, Options with { RestoreBest = true, Checkpoint = checkpoint, Progress = _ => epochs++ });

        epochs.ShouldBe(3);
        Directory.GetFiles(Path.GetDirectoryName(FilePath)!).ShouldBe([FilePath]);
        Directory.GetFiles(Folder).ShouldBe([best]);
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
    public void Settings_out_of_range_are_refused()
    {
        Should.Throw<ArgumentException>(() => new Checkpointing("")).ParamName.ShouldBe("path");
        Should.Throw<ArgumentException>(() => new Checkpointing("/")).Message.ShouldBe("Expected the path of a file, but '/' is that of a folder. (Parameter 'path')");
        Should.Throw<ArgumentException>(() => new Checkpointing("a") { BestPath = "runs/" }).ParamName.ShouldBe("BestPath");
        Should.Throw<ArgumentException>(() => new Checkpointing("a") { BestPath = "" }).ParamName.ShouldBe("BestPath");
        Should.Throw<ArgumentOutOfRangeException>(() => new Checkpointing("a") { EveryEpochs = 0 }).ParamName.ShouldBe("EveryEpochs");
        Should.Throw<ArgumentOutOfRangeException>(() => new Checkpointing("a") { EverySteps = 0 }).ParamName.ShouldBe("EverySteps");
    }
}
