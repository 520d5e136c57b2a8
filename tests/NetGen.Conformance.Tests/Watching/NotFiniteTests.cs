namespace NetGen.Conformance.Tests.Watching;

/// <summary>Where a loss that is not finite comes from.</summary>
public sealed class NotFiniteTests
{
    [Fact]
    public void The_first_layer_that_overflows_is_named()
    {
        var network = Patients.Create("relu");
        network.Change("dense2.weight", _ => 3e38f);

        var problem = Diverge(network);

        problem.Layer.ShouldBe("relu2");
        problem.Message.ShouldContain("The first layer whose outputs are not finite is 'relu2'. Check the data");
    }

    [Fact]
    public void A_parameter_that_was_not_finite_before_is_named()
    {
        var network = Patients.Create("relu");
        network.Change("dense1.bias", _ => float.NaN);

        var problem = Diverge(network);

        problem.Layer.ShouldBe("relu1");
        problem.Message.ShouldContain("'dense1.bias' was not finite before the step");
    }

    [Fact]
    public void Inputs_are_named()
    {
        float[] inputs = Patients.Irises.Inputs.ToArray();
        inputs[5] = float.NaN;
        var trainer = (LabelTrainer<float>)Patients.Create("tanh").CreateTrainer(150);

        trainer.Forward(inputs);
        float.IsFinite(trainer.Loss(Patients.Irises.Labels)).ShouldBeFalse();

        trainer.NotFiniteLayer.ShouldBe("input1");
    }

    [Fact]
    public void A_loss_that_overflows_is_told_with_the_largest_output()
    {
        var network = Patients.Create("values");
        network.Change("dense5.bias", _ => -2e20f);
        var problem = Should.Throw<TrainingDivergedException>(() => network.Fit(Patients.LargeTargets(20, seed: 1), new FitOptions { Epochs = 1 }));

        problem.Layer.ShouldBeNull();
        problem.Message.ShouldContain("All layers' outputs are finite, the largest 2E+20 in magnitude ('dense5'), so that it is the loss itself, or a target.");
    }

    [Fact]
    public void A_trainer_that_is_driven_by_hand_knows_it()
    {
        var network = Patients.Create("relu");
        var trainer = (LabelTrainer<float>)network.CreateTrainer(150);
        trainer.Step(Patients.Irises.Inputs, Patients.Irises.Labels);
        trainer.NotFiniteLayer.ShouldBeNull();
        network.Change("dense3.bias", _ => float.PositiveInfinity);

        trainer.Forward(Patients.Irises.Inputs);
        float.IsFinite(trainer.Loss(Patients.Irises.Labels)).ShouldBeFalse();

        trainer.NotFiniteLayer.ShouldBe("dense3");
    }

    [Fact]
    public void The_smallest_networks_name_it_at_watched_steps()
    {
        var network = Patients.Create("tiny");
        network.Change("dense2.weight", _ => float.NaN);
        Diverge(network).Layer.ShouldBeNull();

        network = Patients.Create("tiny");
        network.Change("dense2.weight", _ => float.NaN);
        var watch = new NetworkWatch();
        Diverge(network, watch: watch).Layer.ShouldBe("dense2");
        watch.Findings[0].Kind.ShouldBe(FindingKind.NotANumber);
        watch.Findings[0].Layer.ShouldBe("dense2");
        watch.Findings[0].Message.ShouldContain("The loss is NaN. The first layer whose outputs are not finite is 'dense2'.");
    }

    private static TrainingDivergedException Diverge(INetwork<float> network, NetworkWatch? watch = null) =>
        Should.Throw<TrainingDivergedException>(() =>
            network.Fit(Patients.Irises, new FitOptions { Epochs = 1, BatchSize = 150, Watch = watch }));
}
