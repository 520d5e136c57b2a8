namespace NetGen.Tests.Training;

public class EarlyStoppingTests
{
    [Fact]
    public void Training_ends_after_patience_with_the_best_weights()
    {
        var (model, history) = Run(new FitOptions { EarlyStopping = new(patience: 2) }, 5, 4, 4.5, 4.2, 3);
        history.Epochs.Count.ShouldBe(4);
        history.StoppedEarly.ShouldBeTrue();
        history.Best.Epoch.ShouldBe(2);
        history.Best.ValidationLoss.ShouldBe(4);
        model.Weight.ShouldBe(2);
    }

    [Fact]
    public void Patience_begins_anew_with_each_better_epoch()
    {
        var (model, history) = Run(new FitOptions { EarlyStopping = new(patience: 2) }, 5, 6, 4, 6, 3);
        history.Epochs.Count.ShouldBe(5);
        history.StoppedEarly.ShouldBeFalse();
        model.Weight.ShouldBe(5);
    }

    [Fact]
    public void Patience_that_ends_with_the_last_epoch_stops_nothing() =>
        Run(new FitOptions { EarlyStopping = new(patience: 2) }, 5, 6, 7).History.StoppedEarly.ShouldBeFalse();

    [Fact]
    public void Changes_that_are_too_small_do_not_count()
    {
        var (model, history) = Run(new FitOptions { EarlyStopping = new(patience: 2, minimumChange: 0.5) }, 5, 4.9, 4.8, 4.7);
        history.Epochs.Count.ShouldBe(3);

        // For the best weights they do.
        history.Best.Epoch.ShouldBe(3);
        model.Weight.ShouldBe(3);
    }

    [Fact]
    public void Of_equal_epochs_the_first_is_the_best() => Run(new FitOptions { RestoreBest = true }, 4, 3, 3, 5).Model.Weight.ShouldBe(2);

    [Fact]
    public void What_is_no_number_is_never_better()
    {
        var metric = new ScriptedMetric(double.NaN, 3, double.NaN, double.NaN, 1);
        var options = new FitOptions { Metrics = [metric], EarlyStopping = new(patience: 2, MonitoredMetric.Validation(metric)) };
        var (model, history) = Run(options, 5, 4, 3, 2, 1);
        history.Epochs.Count.ShouldBe(4);
        model.Weight.ShouldBe(2);
        metric = new ScriptedMetric(double.NaN, double.NaN);
        Run(new FitOptions { RestoreBest = true, Metrics = [metric], Monitor = MonitoredMetric.Validation(metric) }, 2, 1).Model.Weight.ShouldBe(2);
    }

    [Fact]
    public void The_best_weights_are_kept_only_where_asked_for()
    {
        Run(new FitOptions(), 3, 4, 5).Model.Weight.ShouldBe(3);
        Run(new FitOptions { EarlyStopping = new(patience: 1), RestoreBest = false }, 3, 4, 5).Model.Weight.ShouldBe(2);
        Run(new FitOptions { RestoreBest = true }, 3, 4, 5).Model.Weight.ShouldBe(1);
    }

    /// <summary>The training loss of the script falls with each epoch.</summary>
    [Fact]
    public void Another_number_can_be_watched()
    {
        Run(new FitOptions { Monitor = MonitoredMetric.Loss, RestoreBest = true }, 3, 4, 5).Model.Weight.ShouldBe(3);
        var (model, history) = Run(new FitOptions { EarlyStopping = new(patience: 1, monitor: MonitoredMetric.Loss) }, 3, 4, 5);
        history.StoppedEarly.ShouldBeFalse();
        model.Weight.ShouldBe(3);
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void A_divergence_that_only_validation_shows_ends_the_training(double loss)
    {
        var problem = Should.Throw<TrainingDivergedException>(() => Run(new FitOptions(), 3, loss, 2));
        problem.Epoch.ShouldBe(2);
        problem.Message.ShouldContain("It is that of the validation samples.");
    }

    [Fact]
    public void A_divergence_of_the_last_update_ends_the_training()
    {
        var options = new FitOptions { Epochs = 1, BatchSize = 9, LearningRate = double.MaxValue };
        var problem = Should.Throw<TrainingDivergedException>(() => new LinearModel(2, 1, "MeanSquaredError").Fit(Samples.Plane(9), options));
        problem.Message.ShouldStartWith("The training has diverged at step ");
        problem.Message.ShouldContain("'dense1.weight' is not finite after the last update.");
    }

    [Fact]
    public void A_training_that_diverges_leaves_the_best_weights_where_they_are_asked_for()
    {
        WeightAfter(new FitOptions { RestoreBest = true }, 3, 2, 4, double.NaN).ShouldBe(2);
        WeightAfter(new FitOptions { EarlyStopping = new(patience: 5) }, 3, double.NaN).ShouldBe(1);
        WeightAfter(new FitOptions(), 3, 2, 4, double.NaN).ShouldBe(4);
        WeightAfter(new FitOptions { RestoreBest = true }, double.NaN).ShouldBe(1);

        static double WeightAfter(FitOptions options, params double[] losses)
        {
            var model = new ScriptedModel(losses);
            Should.Throw<TrainingDivergedException>(() => model.Fit(ScriptedModel.Data, options with { Epochs = losses.Length, Validation = ScriptedModel.Data }));
            return model.Weight;
        }
    }

    [Fact]
    public void A_monitor_knows_which_way_is_better()
    {
        MonitoredMetric.ValidationLoss.LargerIsBetter.ShouldBeFalse();
        MonitoredMetric.ValidationAccuracy.LargerIsBetter.ShouldBeTrue();
        MonitoredMetric.Validation(new MeanAbsoluteErrorMetric()).LargerIsBetter.ShouldBeFalse();
        MonitoredMetric.Accuracy.IsBetter(0.9, 0.8).ShouldBeTrue();
        MonitoredMetric.Accuracy.IsBetter(0.8, 0.8).ShouldBeFalse();
        MonitoredMetric.Accuracy.IsBetter(0.9, 0.8, minimumChange: 0.2).ShouldBeFalse();
        MonitoredMetric.Loss.IsBetter(0.9, 0.8).ShouldBeFalse();
        MonitoredMetric.Loss.IsBetter(0.9, double.NaN).ShouldBeTrue();
    }

    [Fact]
    public void A_plateau_lowers_the_rate()
    {
        var plateau = new ReduceOnPlateau { Patience = 0, Factor = 0.5 };
        var (_, history) = Run(new FitOptions { ReduceOnPlateau = plateau, LearningRate = 0.8 }, 5, 5, 4, 4, 4);
        history.Epochs.Select(epoch => epoch.LearningRate).ShouldBe([0.8, 0.8, 0.4, 0.4, 0.2]);
    }

    /// <summary>The training loss of the script falls; of equal logits the first counts, so that the accuracy begins low.</summary>
    [Fact]
    public void A_plateau_can_be_of_another_number()
    {
        var (_, history) = Run(new FitOptions { ReduceOnPlateau = new() { Patience = 0, Monitor = MonitoredMetric.Loss } }, 3, 4, 5);
        history.Epochs.Select(epoch => epoch.LearningRate).ShouldBe([1, 1, 1]);

        var model = new LinearModel(2, 3, "CrossEntropy");
        model.Parameters.Write("dense1.weight", new double[6]);
        var options = new FitOptions { Epochs = 3, BatchSize = 40, ReduceOnPlateau = new() { Patience = 0, Monitor = MonitoredMetric.Accuracy } };
        history = model.Fit(Samples.Clouds(40), options);
        history.Epochs[1].Accuracy!.Value.ShouldBeGreaterThan(history.Epochs[0].Accuracy!.Value);
        history.Last.LearningRate.ShouldBe(0.5);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new EarlyStopping(patience: 0)).ParamName.ShouldBe("patience");
        Should.Throw<ArgumentOutOfRangeException>(() => new EarlyStopping(1, minimumChange: -1)).ParamName.ShouldBe("minimumChange");
    }

    private static (ScriptedModel Model, FitHistory History) Run(FitOptions options, params double[] losses)
    {
        var model = new ScriptedModel(losses);
        return (model, model.Fit(ScriptedModel.Data, options with { Epochs = losses.Length, Validation = ScriptedModel.Data }));
    }

    /// <summary>A value for each epoch, in each of which training and validation samples are counted anew.</summary>
    private sealed class ScriptedMetric(params double[] values) : ValueMetric
    {
        private int resets;

        public override string Name => "scripted";

        public override bool LargerIsBetter => false;

        public override double Value => values[(resets - 1) / 2];

        public override void Reset() => resets++;

        internal override void AddValued(ReadOnlySpan<double> outputs, ReadOnlySpan<double> targets)
        {
        }
    }
}
