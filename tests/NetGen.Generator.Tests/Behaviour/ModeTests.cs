namespace NetGen.Generator.Tests.Behaviour;

/// <summary>Where training and prediction differ: statistics of a batch or running ones, noise or none.</summary>
[Collection(SharedProbes.Name)]
public sealed class ModeTests(Probes probes)
{
    private const string RunningMean = "batchNorm1.running_mean";
    private const string RunningVariance = "batchNorm1.running_var";

    [Fact]
    public void TrainingMovesTheStatisticsAndNothingElseDoes()
    {
        var probe = Normalized();
        var trainer = (LabelTrainer<float>)probe.Network.CreateTrainer(8);
        probe.Network.Parameters.ToArray(RunningMean).ShouldAllBe(mean => mean == 0);
        probe.Network.Parameters.ToArray(RunningVariance).ShouldAllBe(variance => variance == 1);

        float[] before = probe.Parameters();
        probe.Evaluate(trainer, 8);
        probe.PredictMany(probe.Inputs(3));
        probe.Parameters().ShouldBe(before);
        trainer.PassCount.ShouldBe(0);

        trainer.Forward(probe.Inputs(8));
        float[] mean = probe.Network.Parameters.ToArray(RunningMean);
        mean.ShouldAllBe(element => element != 0);
        probe.Loss(trainer, 8);
        trainer.Backward();
        trainer.Update();
        probe.Network.Parameters.ToArray(RunningMean).ShouldBe(mean);
        trainer.PassCount.ShouldBe(1);
    }

    [Fact]
    public void EvaluationIsPredictionAndNotTraining()
    {
        var probe = Normalized();
        Trainer<float> trainer = probe.Network.CreateTrainer(8);
        float trained = probe.Step(trainer, 8);
        float evaluated = probe.Evaluate(trainer, 8);
        evaluated.ShouldNotBe(trained);
        var outputs = new float[8 * 3];
        trainer.ReadOutputs(outputs);
        outputs.ShouldBe(probe.PredictMany(probe.Inputs(8)));
        probe.Evaluate(trainer, 1);
    }

    [Fact]
    public void OneSampleIsRefusedForTraining()
    {
        var probe = Normalized();
        Trainer<float> trainer = probe.Network.CreateTrainer(8);
        float[] before = probe.Parameters();
        Should.Throw<ArgumentException>(() => probe.Step(trainer, 1)).Message.ShouldContain("at least 2 samples for training");
        Should.Throw<ArgumentException>(() => trainer.Forward(probe.Inputs(1))).Message.ShouldContain("but got 1");
        Should.Throw<ArgumentException>(() => probe.Step(probe.Network.CreateTrainer(1), 1)).Message.ShouldContain("at least 2 samples for training");
        probe.Parameters().ShouldBe(before);
        trainer.PassCount.ShouldBe(0);
        probe.Step(trainer, 2);
    }

    [Fact]
    public void StatisticsAreSavedButHaveNoGradient()
    {
        var probe = Normalized();
        Trainer<float> trainer = probe.Network.CreateTrainer(8);
        probe.Step(trainer, 8);
        probe.Network.Parameters.Write("inputScaling1.shift", [.. Enumerable.Range(0, 20).Select(i => 0.1f * i)]);
        using var stream = new MemoryStream();
        Weights.Safetensors.Save(stream, probe.Network.Parameters);
        stream.Position = 0;
        var other = Normalized();
        Weights.Safetensors.Load(stream, other.Network.Parameters);
        other.Parameters().ShouldBe(probe.Parameters());
        other.PredictMany(other.Inputs(5)).ShouldBe(probe.PredictMany(probe.Inputs(5)));

        trainer.Gradients.Tensors.ShouldAllBe(tensor => tensor.Learned);
        Should.Throw<ArgumentException>(() => trainer.Gradients.ToArray(RunningMean)).Message.ShouldContain($"There is no tensor '{RunningMean}'");
    }

    [Fact]
    public void InputsAreScaledInPredictionAndTraining()
    {
        var (scaled, plain) = (Normalized(), Normalized());
        float[] inputs = scaled.Inputs(8);
        scaled.Network.Parameters.Write("inputScaling1.shift", [.. Enumerable.Repeat(1f, 20)]);
        scaled.Network.Parameters.Write("inputScaling1.scale", [.. Enumerable.Repeat(0.5f, 20)]);
        scaled.PredictMany([.. inputs.Select(x => (2 * x) + 1)]).Zip(plain.PredictMany(inputs)).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-5);
        var trainers = (Scaled: (LabelTrainer<float>)scaled.Network.CreateTrainer(8), Plain: (LabelTrainer<float>)plain.Network.CreateTrainer(8));
        float loss = trainers.Plain.Step(inputs, plain.Labels(8));
        trainers.Scaled.Step([.. inputs.Select(x => (2 * x) + 1)], scaled.Labels(8)).ShouldBe(loss, 1e-5f);
    }

    /// <summary>Noise is a function of the seed and the pass: set both, and a trainer goes on as another would have.</summary>
    [Fact]
    public void NoiseIsResumed()
    {
        var (first, second) = (Noisy(), Noisy());
        Trainer<double>[] trainers = [first.Network.CreateTrainer(6), second.Network.CreateTrainer(6)];
        trainers[0].NoiseSeed = trainers[1].NoiseSeed = 5;
        double[] losses = [.. Enumerable.Range(0, 4).Select(_ => LossOf(first, trainers[0]))];
        losses.Distinct().Count().ShouldBe(4);

        trainers[1].PassCount = 2;
        LossOf(second, trainers[1]).ShouldBe(losses[2]);
        LossOf(second, trainers[1]).ShouldBe(losses[3]);
        trainers[1].PassCount.ShouldBe(4);
        trainers[1].NoiseSeed = 6;
        trainers[1].PassCount = 2;
        LossOf(second, trainers[1]).ShouldNotBe(losses[2]);
    }

    [Fact]
    public void NoiseOfAFitFollowsItsSeed()
    {
        double[] Fit(long seed)
        {
            var probe = Noisy();
            var data = Dataset.Valued(probe.Inputs(6), probe.Targets(6), inputSize: 14);
            probe.Network.Fit(data, new FitOptions { Epochs = 2, Shuffle = false, Seed = seed });
            return probe.Learned();
        }

        Fit(seed: 1).ShouldBe(Fit(seed: 1));
        Fit(seed: 1).ShouldNotBe(Fit(seed: 2));
    }

    /// <summary>A smaller trainer draws what the first samples of a larger one do.</summary>
    [Fact]
    public void NoiseDoesNotDependOnTheBatch()
    {
        var (large, small) = (Noisy(), Noisy());
        Trainer<double>[] trainers = [large.Network.CreateTrainer(9), small.Network.CreateTrainer(3)];
        var outputs = (Large: new double[9], Small: new double[3]);
        trainers[0].Forward(large.Inputs(9));
        trainers[0].ReadOutputs(outputs.Large);
        trainers[1].Forward(small.Inputs(3));
        trainers[1].ReadOutputs(outputs.Small);
        outputs.Large[..3].ShouldBe(outputs.Small);
    }

    private static double LossOf(NetworkProbe<double> probe, Trainer<double> trainer)
    {
        trainer.Forward(probe.Inputs(6));
        return probe.Loss(trainer, 6);
    }

    private NetworkProbe<float> Normalized() => new(Probes.Case("Normalized"), probes.Code.CreateNetwork<float>("Normalized"));

    private NetworkProbe<double> Noisy() => new(Probes.Case("Noisy"), probes.Code.CreateNetwork<double>("Noisy"));
}
