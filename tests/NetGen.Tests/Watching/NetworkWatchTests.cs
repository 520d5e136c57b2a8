using NetGen.Tests.Training;

namespace NetGen.Tests.Watching;

public class NetworkWatchTests
{
    [Fact]
    public void The_first_step_is_watched_and_every_so_many_after_it()
    {
        var steps = new List<long>();
        var watch = new NetworkWatch { Every = 20, OnReading = each => steps.Add(each.Step) };

        new LinearModel(2, 3, "CrossEntropy").Fit(Samples.Clouds(500), new FitOptions { Epochs = 3, Watch = watch });

        steps.ShouldBe([1, 21, 41]);
    }

    [Fact]
    public void Steps_that_are_accumulated_count_as_one()
    {
        var steps = new List<long>();
        var watch = new NetworkWatch { Every = 2, OnReading = each => steps.Add(each.Step) };

        new LinearModel(2, 3, "CrossEntropy").Fit(Samples.Clouds(320), new FitOptions { Epochs = 1, AccumulationSteps = 2, Watch = watch });

        steps.ShouldBe([1, 3, 5]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_update_after_which_a_callback_fails_has_been_counted(bool isWhole)
    {
        var model = new LinearModel(2, 3, "CrossEntropy");
        var trainer = (LabelTrainer<double>)model.CreateTrainer(50);
        var watch = new NetworkWatch { Every = 1, OnReading = _ => throw new NotSupportedException() };
        watch.Attach(model, trainer);
        var data = Samples.Clouds(50);
        double[] before = Values(model.Parameters);

        Should.Throw<NotSupportedException>(() => Step());

        trainer.StepCount.ShouldBe(1);
        watch.Step.ShouldBe(1);
        Values(model.Parameters).ShouldNotBe(before);

        void Step()
        {
            if (isWhole)
            {
                trainer.Step(data.Inputs, data.Labels);
                return;
            }

            trainer.Forward(data.Inputs);
            trainer.Loss(data.Labels);
            trainer.Backward();
            trainer.Update();
        }
    }

    [Fact]
    public void Norms_and_updates_are_those_of_gradient_descent()
    {
        var model = new LinearModel(2, 3, "CrossEntropy");
        var trainer = (LabelTrainer<double>)model.CreateTrainer(50);
        var watch = new NetworkWatch { Every = 1 };
        watch.Attach(model, trainer);
        var data = Samples.Clouds(50);
        double[] before = Values(model.Parameters);
        trainer.LearningRate = 0.25;

        trainer.Forward(data.Inputs);
        double loss = trainer.Loss(data.Labels);
        trainer.Backward();
        watch.Step.ShouldBe(0);
        trainer.Update();

        double norm = Norm(Values(trainer.Gradients));
        var dense = watch.Layers[1];
        watch.Step.ShouldBe(1);
        watch.Loss.ShouldBe(loss);
        watch.LearningRate.ShouldBe(0.25);
        watch.GradientNorm.ShouldBe(norm, 1e-14);
        dense.Layer.ShouldBe("dense1");
        dense.GradientNorm!.Value.ShouldBe(norm, 1e-14);
        dense.ParameterNorm!.Value.ShouldBe(Norm(before), 1e-14);
        dense.UpdateRatio!.Value.ShouldBe(0.25 * norm / Norm(before), 1e-12);
        watch.Layers[0].GradientNorm.ShouldBeNull();
        dense.ActivationMean.ShouldBeNull();
    }

    [Fact]
    public void No_update_of_no_weights_is_none()
    {
        var model = new LinearModel(2, 1, "MeanSquaredError");
        model.Parameters.Write("dense1.weight", [0, 0]);
        var trainer = (ValueTrainer<double>)model.CreateTrainer(1);
        var watch = new NetworkWatch();
        watch.Attach(model, trainer);
        trainer.Step([1, 2], [0]);

        watch.Layers[1].UpdateRatio.ShouldBe(0);
        watch.Attach(model, trainer);
        watch.ToString().ShouldBe("no step has been watched");
    }

    [Fact]
    public void Training_is_the_same_to_the_bit()
    {
        double[] Run(NetworkWatch? watch, int accumulation)
        {
            var model = new LinearModel(2, 3, "CrossEntropy");
            model.Fit(Samples.Clouds(200), new FitOptions { Epochs = 2, AccumulationSteps = accumulation, Watch = watch });
            return Values(model.Parameters);
        }

        Run(new() { Every = 3 }, 1).ShouldBe(Run(null, 1));
        Run(new() { Every = 1 }, 3).ShouldBe(Run(null, 3));
    }

    [Fact]
    public void A_loss_that_does_not_move_is_found_once()
    {
        var watch = new NetworkWatch { Every = 5 };

        var history = new LinearModel(2, 3, "CrossEntropy").Fit(
            Samples.Clouds(500), new FitOptions { Epochs = 20, LearningRate = 1e-9, Watch = watch });

        var finding = history.Findings.ShouldHaveSingleItem();
        finding.Kind.ShouldBe(FindingKind.LossNotMoving);
        finding.Layer.ShouldBeNull();
        finding.Step.ShouldBe(201);
        finding.Advice.ShouldContain("Raise the learning rate");
        finding.ToString().ShouldStartWith("step 201: The loss does not fall: it was ");
        watch.Findings.ShouldBe(history.Findings);
    }

    [Fact]
    public void Each_training_begins_anew()
    {
        var watch = new NetworkWatch { Every = 5 };
        new LinearModel(2, 3, "CrossEntropy").Fit(Samples.Clouds(500), new FitOptions { Epochs = 20, LearningRate = 1e-9, Watch = watch });

        var history = new LinearModel(2, 3, "CrossEntropy").Fit(Samples.Clouds(500), new FitOptions { Epochs = 20, Watch = watch });

        history.Findings.ShouldBeEmpty();
        watch.Step.ShouldBe(316);
    }

    /// <summary>Four batches an epoch.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_loss_that_is_no_number_is_found_at_any_step(int accumulation)
    {
        var told = new List<Finding>();
        var watch = new NetworkWatch { Every = 1_000_000, OnFinding = told.Add };

        var problem = Should.Throw<TrainingDivergedException>(() => new LinearModel(2, 1, "MeanSquaredError").Fit(
            Samples.Plane(100), new FitOptions { Epochs = 1000, LearningRate = 100, AccumulationSteps = accumulation, Watch = watch }));

        told.ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.NotANumber);
        watch.Findings.ShouldBe(told);
        told[0].Step.ShouldBe(((problem.Epoch - 1) * 4 + problem.Step + accumulation - 1) / accumulation);
        problem.Layer.ShouldBeNull();
    }

    [Fact]
    public void A_trainer_of_another_network_is_refused()
    {
        var model = new LinearModel(2, 3, "CrossEntropy");
        Should.Throw<ArgumentException>(() => new NetworkWatch().Attach(model, new LinearModel(2, 3, "CrossEntropy").CreateTrainer(1)))
            .Message.ShouldContain("it trains other parameters");
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new NetworkWatch { Every = 0 }).ParamName.ShouldBe("Every");
        Should.Throw<ArgumentOutOfRangeException>(() => new WatchLimits { DeadShare = 1 }).ParamName.ShouldBe("DeadShare");
        Should.Throw<ArgumentOutOfRangeException>(() => new WatchLimits { LargeGradient = 0 }).ParamName.ShouldBe("LargeGradient");
        Should.Throw<ArgumentOutOfRangeException>(() => new WatchLimits { Persistence = 0 }).ParamName.ShouldBe("Persistence");
    }

    [Fact]
    public void Nothing_is_allocated_by_a_step_watched_or_not()
    {
        var model = new LinearModel(2, 3, "CrossEntropy");
        var trainer = (LabelTrainer<double>)model.CreateTrainer(50);
        new NetworkWatch { Every = 3, Limits = new() { StuckSteps = long.MaxValue } }.Attach(model, trainer);
        double[] inputs = Samples.Clouds(50).Inputs.ToArray();
        int[] labels = Samples.Clouds(50).Labels.ToArray();
        Allocations.ShouldBeNone(() => { }, () => trainer.Step(inputs, labels));
    }

    private static double[] Values(NetGen.Weights.TensorStore<double> store) => [.. store.Tensors.SelectMany(tensor => store.ToArray(tensor.Name))];

    private static double Norm(double[] values) => Math.Sqrt(values.Sum(value => value * value));
}
