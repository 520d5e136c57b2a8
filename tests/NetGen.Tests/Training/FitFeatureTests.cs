namespace NetGen.Tests.Training;

public class FitFeatureTests
{
    [Fact]
    public void A_schedule_gives_every_updates_rate()
    {
        var schedule = Schedule.Cosine(0.5, 20).WarmUp(3);
        var rates = new RateRecorder();
        var options = new FitOptions { Epochs = 3, BatchSize = 4, AccumulationSteps = 2, Schedule = schedule, Observer = rates };
        var history = new LinearModel(2, 3, "CrossEntropy").Fit(Samples.Clouds(22), options);

        // Six batches an epoch, three updates.
        options.StepsPerEpoch(22).ShouldBe(3);
        rates.Rates.ShouldBe([.. Enumerable.Range(0, 18).Select(batch => schedule.RateAt(batch / 2))]);
        history.Epochs.Select(epoch => epoch.LearningRate).ShouldBe([schedule.RateAt(0), schedule.RateAt(3), schedule.RateAt(6)]);
        rates.Ends.ShouldBe(1);
        rates.Epochs.ShouldBe(3);
    }

    [Fact]
    public void An_observer_that_fails_at_the_end_does_not_hide_why_the_training_has_ended()
    {
        var options = new FitOptions { Epochs = 1, Observer = new FailingAtTheEnd() };
        var diverging = options with { Epochs = 1000, LearningRate = 100 };
        Should.Throw<TrainingDivergedException>(() => new LinearModel(2, 1, "MeanSquaredError").Fit(Samples.Plane(100), diverging));
        Should.Throw<NotSupportedException>(() => new LinearModel(2, 1, "MeanSquaredError").Fit(Samples.Plane(100), options));
    }

    [Fact]
    public void Metrics_are_those_of_the_data()
    {
        var model = new LinearModel(2, 3, "CrossEntropy");
        var (train, validation) = (Samples.Clouds(50), Samples.Clouds(30, seed: 2));
        var matrix = new ConfusionMatrix();
        var history = model.Fit(train, new FitOptions { Epochs = 2, Validation = validation, Metrics = [new Accuracy(), new F1Metric(), new F1Metric(threshold: 0.3), matrix] });
        history.Last.Metrics["accuracy"].ShouldBe(history.Last.Accuracy!.Value);
        history.Last.ValidationMetrics["accuracy"].ShouldBe(history.Last.ValidationAccuracy!.Value);
        matrix.Count.ShouldBe(30);

        var evaluation = model.Evaluate(validation, metrics: [new F1Metric()]);
        evaluation.Metrics["f1"].ShouldBe(history.Last.ValidationMetrics["f1"]);
        evaluation.ToString().ShouldContain(", f1 ");
        var regression = new LinearModel(2, 1, "MeanSquaredError").Evaluate(Samples.Plane(20), metrics: [new MeanSquaredErrorMetric()]);
        regression.Metrics["meanSquaredError"].ShouldBe(regression.Loss, 1e-12);
    }

    [Fact]
    public void Options_that_do_not_fit_are_refused_with_both_sides()
    {
        ShouldBeRefused(new() { Schedule = Schedule.Constant(1), LearningRate = 1 }, "Schedule", "LearningRate");
        ShouldBeRefused(new() { Schedule = Schedule.Constant(1), ReduceOnPlateau = new() }, "Schedule", "ReduceOnPlateau");
        ShouldBeRefused(new() { Metrics = [new R2Metric()] }, "r2 takes target values", "CrossEntropy takes labels");
        ShouldBeRefused(new() { Metrics = [new Accuracy(), new Accuracy()] }, "two metrics accuracy");
        ShouldBeRefused(new() { Metrics = [new Accuracy(), null!] }, "metric 2 of 2 is null");
        ShouldBeRefused(new() { Metrics = [new F1Metric(ofClass: 3)] }, "at least 4 classes", "has 3");
        ShouldBeRefused(new() { Metrics = [new TopKAccuracy(3)] }, "top3Accuracy needs at least 4 classes", "has 3");
        ShouldBeRefused(new() { Monitor = MonitoredMetric.ValidationLoss }, "validation loss is watched", "no Validation");
        ShouldBeRefused(new() { ReduceOnPlateau = new() { Monitor = MonitoredMetric.ValidationLoss } }, "validation loss is watched", "no Validation");
        ShouldBeRefused(new() { EarlyStopping = new(1, MonitoredMetric.Training(new F1Metric())) }, "f1 is not among the Metrics");
        ShouldBeRefused(new() { ClassWeights = [1, 2] }, "each of 3 classes", "got 2", "'ClassWeights'");
        ShouldBeRefused(new() { ClassWeights = [1, 0, 2] }, "weight of class 1 is 0");
        ShouldBeRefused(new() { ClassWeights = [1, 2, 1e-310] }, "normal numbers of double", "weight of class 2 is 1E-310");
        var values = Should.Throw<ArgumentException>(() => new LinearModel(2, 1, "MeanSquaredError").Fit(Samples.Plane(9), new() { Metrics = [new TopKAccuracy(1)] }));
        values.Message.ShouldContain("MeanSquaredError takes target values");
        Should.Throw<ArgumentException>(() => new LinearModel(2, 1, "MeanSquaredError").Fit(Samples.Plane(9), new() { Monitor = MonitoredMetric.Accuracy })).Message.ShouldContain("no accuracy");
        Should.Throw<ArgumentException>(() => new LinearModel(2, 1, "MeanSquaredError").Fit(Samples.Plane(9), new() { ClassWeights = [1] })).Message.ShouldContain("weigh labels, but MeanSquaredError takes target values: two classes can be two outputs under CrossEntropy");
        Should.Throw<ArgumentOutOfRangeException>(() => new FitOptions { AccumulationSteps = 0 }).ParamName.ShouldBe("AccumulationSteps");
        Should.Throw<ArgumentNullException>(() => new FitOptions { Metrics = null! }).ParamName.ShouldBe("Metrics");
        Should.Throw<ArgumentException>(() => new LinearModel(2, 1, "MeanSquaredError").Evaluate(Samples.Plane(9), metrics: [new TopKAccuracy(1)])).ParamName.ShouldBe("metrics");
        Should.Throw<ArgumentException>(() => new LinearModel(2, 1, "MeanSquaredError").Evaluate(Samples.Plane(9), metrics: [null!])).Message.ShouldContain("metric 1 of 1 is null");
    }

    [Fact]
    public void Balanced_weights_make_up_for_rare_classes()
    {
        int[] labels = [0, 0, 0, 1, 0, 2, 2, 0];
        double[] weights = ClassWeights.Balanced(labels, 3);
        weights.ShouldBe([8.0 / 15, 8.0 / 3, 8.0 / 6]);
        labels.Sum(label => weights[label]).ShouldBe(8, 1e-12);
        Should.Throw<ArgumentException>(() => ClassWeights.Balanced(labels, 4)).Message.ShouldContain("class 3 has none");
        Should.Throw<ArgumentException>(() => ClassWeights.Balanced(labels, 2)).Message.ShouldContain("the label of sample 5 is 2");
        Should.Throw<ArgumentOutOfRangeException>(() => ClassWeights.Balanced(labels, 0));
    }

    /// <summary>The mean of PyTorch: Σ w(label) · loss / Σ w(label).</summary>
    [Fact]
    public void A_weighted_loss_is_a_weighted_mean()
    {
        var model = new LinearModel(2, 3, "CrossEntropy");
        var data = Samples.Clouds(7);
        var trainer = (LabelTrainer<double>)model.CreateTrainer(7);
        double[] weights = [0.5, 3, 1];
        double expected = 0;
        for (int i = 0; i < 7; i++)
        {
            expected += weights[data.Labels[i]] * trainer.Evaluate(data[i], data.Labels.Slice(i, 1));
        }

        expected /= data.Labels.ToArray().Sum(label => weights[label]);
        trainer.ClassWeights = weights;
        trainer.Forward(data.Inputs);
        trainer.Loss(data.Labels).ShouldBe(expected, 1e-14);

        // So is an epoch's, whose batches do not weigh the same.
        var options = new FitOptions { Epochs = 1, BatchSize = 4, LearningRate = 1e-300, ClassWeights = weights };
        model.Fit(data, options).Last.Loss.ShouldBe(expected, 1e-14);
        Should.Throw<ArgumentException>(() => trainer.ClassWeights = [1, 2]);
        trainer.ClassWeights.ShouldBe(weights);
        weights[0] = 9;
        trainer.ClassWeights[0].ShouldBe(0.5);
    }

    [Fact]
    public void Accumulation_has_its_order()
    {
        var data = Samples.Clouds(4);
        var trainer = (LabelTrainer<double>)new LinearModel(2, 3, "CrossEntropy").CreateTrainer(4);
        Should.Throw<InvalidOperationException>(() => trainer.Accumulate()).Message.ShouldContain("Backward");
        trainer.Forward(data.Inputs);
        trainer.Loss(data.Labels);
        trainer.Backward();
        trainer.Accumulate();
        Should.Throw<InvalidOperationException>(() => trainer.Accumulate());
        Should.Throw<InvalidOperationException>(() => trainer.Step(data.Inputs, data.Labels)).Message.ShouldContain("Update");
        Should.Throw<InvalidOperationException>(() => trainer.SaveState(Path.GetTempFileName())).Message.ShouldContain("Update");
        trainer.Update();
        Should.Throw<InvalidOperationException>(trainer.Update);
        trainer.StepCount.ShouldBe(1);
    }

    /// <summary>Without accumulated ones, the same order is refused too.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Gradients_that_an_update_would_leave_out_are_refused(bool isEvaluated)
    {
        var data = Samples.Clouds(4);
        var model = new LinearModel(2, 3, "CrossEntropy");
        var trainer = (LabelTrainer<double>)model.CreateTrainer(4);
        double[] before = model.Parameters.ToArray("dense1.weight");
        Learn();
        trainer.Accumulate();
        Learn();
        Interrupt();
        Should.Throw<InvalidOperationException>(trainer.Update).Message.ShouldContain("leave out the gradients of the last Backward");
        model.Parameters.ToArray("dense1.weight").ShouldBe(before);

        Learn();
        trainer.Accumulate();
        Interrupt();
        trainer.Update();
        trainer.StepCount.ShouldBe(1);

        void Learn()
        {
            trainer.Forward(data.Inputs);
            trainer.Loss(data.Labels);
            trainer.Backward();
        }

        void Interrupt()
        {
            if (isEvaluated)
            {
                trainer.Evaluate(data.Inputs, data.Labels);
            }
            else
            {
                trainer.Forward(data.Inputs);
            }
        }
    }

    /// <summary>What a batch counts for is taken from its labels, which those of the refused step must not replace.</summary>
    [Fact]
    public void A_step_that_is_refused_changes_nothing()
    {
        double[] Gradients(bool isRefused)
        {
            var data = Samples.Clouds(7);
            var trainer = (LabelTrainer<double>)new LinearModel(2, 3, "CrossEntropy").CreateTrainer(4);
            foreach (Range range in (Range[])[0..4, 4..7])
            {
                trainer.Forward(data[range].Inputs);
                trainer.Loss(data[range].Labels);
                trainer.Backward();
                if (isRefused && range.Start.Value == 4)
                {
                    Should.Throw<InvalidOperationException>(() => trainer.Step(data[..1].Inputs, data[..1].Labels));
                }

                trainer.Accumulate();
            }

            trainer.Update();
            return trainer.Gradients.ToArray("dense1.weight");
        }

        Gradients(isRefused: true).ShouldBe(Gradients(isRefused: false));
    }

    [Fact]
    public void Curves_are_written_in_any_culture()
    {
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new("de-DE");
            var metrics = new Dictionary<string, double> { ["f1"] = 0.5, ["accuracy"] = 0.5 }; // An Accuracy has its column already.
            var history = new FitHistory([
                new EpochResult(1, 0.75, 0.5, 1.5, null, 0.1, TimeSpan.FromSeconds(0.25)) { Metrics = metrics, ValidationMetrics = metrics },
                new EpochResult(2, 0.5, null, null, null, 0.1, TimeSpan.FromSeconds(1))]);
            var text = new StringWriter();
            history.WriteCsv(text);
            text.ToString().ShouldBe(
                "epoch,loss,accuracy,validationLoss,validationAccuracy,learningRate,seconds,f1,validationF1\n" +
                "1,0.75,0.5,1.5,,0.1,0.25,0.5,0.5\n" +
                "2,0.5,,,,0.1,1,,\n");
            history.Best.ShouldBe(history.Last);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Steps_allocate_nothing_with_everything_on()
    {
        var marks = new List<long>(6);
        new LinearModel(2, 3, "CrossEntropy").Fit(
            Samples.Clouds(4000),
            new FitOptions
            {
                Epochs = 6,
                BatchSize = 2,
                AccumulationSteps = 3,
                Schedule = Schedule.OneCycle(0.5, 3000).WarmUp(10),
                ClassWeights = [1, 2, 3],
                Metrics = [new Accuracy(), new TopKAccuracy(2), new F1Metric(), new ConfusionMatrix()],
                EarlyStopping = new(patience: 4),
                Validation = Samples.Clouds(1000),
                Observer = new ConsoleProgress(TextWriter.Null, () => 80),
                Progress = _ => marks.Add(GC.GetAllocatedBytesForCurrentThread()),
            });

        // 2,000 steps and 500 evaluations an epoch, and a few records.
        Allocations.LeastBetween(marks).ShouldBeLessThan(5000);
    }

    private static void ShouldBeRefused(FitOptions options, params string[] parts)
    {
        var model = new LinearModel(2, 3, "CrossEntropy");
        double[] before = model.Parameters.ToArray("dense1.weight");
        string message = Should.Throw<ArgumentException>(() => model.Fit(Samples.Clouds(9), options)).Message;
        foreach (string part in parts)
        {
            message.ShouldContain(part);
        }

        model.Parameters.ToArray("dense1.weight").ShouldBe(before);
    }

    private sealed class FailingAtTheEnd : ITrainingObserver
    {
        public void OnStep(in TrainingProgress progress)
        {
        }

        public void OnEpoch(EpochResult result, int epochs)
        {
        }

        public void OnEnd() => throw new NotSupportedException();
    }

    private sealed class RateRecorder : ITrainingObserver
    {
        public List<double> Rates { get; } = [];

        public int Epochs { get; private set; }

        public int Ends { get; private set; }

        public void OnStep(in TrainingProgress progress) => Rates.Add(progress.LearningRate);

        public void OnEpoch(EpochResult result, int epochs) => Epochs++;

        public void OnEnd() => Ends++;
    }
}
