namespace NetGen.Conformance.Tests.Watching;

/// <summary>What a watch finds in trainings that are sick on purpose, and that it finds nothing in healthy ones.</summary>
public sealed class FindingTests
{
    [Theory]
    [InlineData("tanh")]
    [InlineData("relu")]
    [InlineData("sigmoid")]
    [InlineData("leaky")]
    [InlineData("tiny")]
    public void Nothing_is_wrong_with_a_healthy_training(string name)
    {
        foreach (int every in (int[])[1, 10, 50])
        {
            var watch = Train(name, every: every, epochs: 200);

            watch.Findings.ShouldBeEmpty($"every {every}");
            watch.Loss.ShouldBeLessThan(0.3);
        }
    }

    /// <summary>The gradients grow with the weights while the loss falls, and Adam makes up for it.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Nothing_is_wrong_with_large_targets(int every)
    {
        var data = Patients.LargeTargets(200, seed: 1);
        for (int seed = 0; seed < 3; seed++)
        {
            var watch = new NetworkWatch { Every = every };
            var history = Patients.Create("values").Fit(data, new FitOptions { Epochs = 200, BatchSize = 32, Seed = seed, Watch = watch });

            history.Last.Loss.ShouldBeLessThan(history.Epochs[0].Loss / 500);
            watch.Findings.ShouldBeEmpty($"seed {seed}");
        }
    }

    [Fact]
    public void Gradients_vanish_in_a_deep_stack_of_sigmoids()
    {
        var finding = Train("deep-sigmoid").Findings.Single(each => each.Kind == FindingKind.VanishingGradients);

        finding.Layer.ShouldBe("dense1");
        finding.Step.ShouldBe(11);
        finding.Message.ShouldContain("'dense9'");
        finding.Advice.ShouldContain("ReLU");
    }

    [Fact]
    public void Gradients_vanish_where_all_weights_are_zero()
    {
        var watch = Train("leaky", network =>
        {
            foreach (var tensor in network.Parameters.Tensors)
            {
                network.Change(tensor.Name, _ => 0);
            }
        });

        watch.Findings.ShouldContain(each => each.Kind == FindingKind.VanishingGradients && each.Layer == "dense1");
    }

    [Fact]
    public void Gradients_explode_at_too_large_a_rate()
    {
        var finding = Train("leaky", rate: 20, every: 1).Findings.Single(each => each.Kind == FindingKind.ExplodingGradients);

        finding.Layer.ShouldBeNull();
        finding.Advice.ShouldContain("Lower the learning rate");
    }

    [Fact]
    public void Gradients_explode_from_weights_that_are_too_large()
    {
        var watch = Train("leaky", network => network.Change("dense2.weight", weight => 100 * weight), every: 1, rate: 0.5);

        watch.Findings.ShouldContain(each => each.Kind == FindingKind.ExplodingGradients);
    }

    [Fact]
    public void Units_with_large_negative_sums_are_dead()
    {
        var watch = Train("relu", network => network.Change("dense1.bias", _ => -100));

        var finding = watch.Findings.Single(each => each.Kind == FindingKind.DeadNeurons && each.Layer == "relu1");
        finding.Step.ShouldBe(46);
        finding.Message.ShouldContain("100 % of the units");
        finding.Advice.ShouldContain("LeakyRelu");
    }

    [Theory]
    [InlineData("tanh")]
    [InlineData("sigmoid")]
    [InlineData("tiny")]
    public void Large_weights_saturate(string name)
    {
        var finding = Train(name, network => network.Change("dense1.weight", weight => 50 * weight)).Findings[0];

        finding.Kind.ShouldBe(FindingKind.SaturatedUnits);
        finding.Layer.ShouldBe(name == "sigmoid" ? "sigmoid1" : "tanh1");
        finding.Step.ShouldBe(11);
    }

    [Fact]
    public void A_loss_does_not_move_at_too_small_a_rate()
    {
        var finding = Train("tanh", rate: 1e-7, epochs: 210, batch: 150).Findings.ShouldHaveSingleItem();

        finding.Kind.ShouldBe(FindingKind.LossNotMoving);
        finding.Step.ShouldBe(201);
    }

    [Fact]
    public void Nothing_is_said_of_a_loss_where_a_training_goes_on()
    {
        var network = Patients.Create("tanh");
        var trainer = (LabelTrainer<float>)network.CreateTrainer(150);
        trainer.LearningRate = 1e-9;
        trainer.Step(Patients.Irises.Inputs, Patients.Irises.Labels);
        var watch = new NetworkWatch { Every = 1 };
        watch.Attach(network, trainer);
        for (int step = 0; step < 300; step++)
        {
            trainer.Step(Patients.Irises.Inputs, Patients.Irises.Labels);
        }

        watch.Findings.ShouldBeEmpty();
    }

    private static NetworkWatch Train(string name, Action<INetwork<float>>? change = null, double? rate = null, int every = 5, int epochs = 40, int batch = 16)
    {
        var network = Patients.Create(name);
        change?.Invoke(network);
        var watch = new NetworkWatch { Every = every };
        try
        {
            network.Fit(Patients.Irises, new FitOptions { Epochs = epochs, BatchSize = batch, LearningRate = rate, Watch = watch });
        }
        catch (TrainingDivergedException)
        {
            watch.Findings.ShouldContain(each => each.Kind == FindingKind.NotANumber);
        }

        return watch;
    }
}
