using System.Text;
using System.Text.RegularExpressions;

namespace NetGen.Tests.Training;

/// <summary>Which checkpoints are refused, with what was expected and what came; nothing has changed then.</summary>
public sealed class CheckpointRefusalTests : CheckpointFixture
{
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
        ShouldBeRefused(Data, Options, "batch size should be '");
    }

    [Fact]
    public void A_trainers_state_of_another_network_is_refused()
    {
        var model = new LinearModel(2, 3, "CrossEntropy");
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        model.CreateTrainer(4).SaveState(FilePath);
        var description = model.Description;
        RefusalOfState(description with { Layers = [.. description.Layers, new("tanh1", "Tanh", ["dense1"], [3], [])] }).ShouldContain("layers should be 'input1 = Input(); dense1 = Dense(input1); tanh1");
        RefusalOfState(description with { Loss = new("CrossEntropy", [new("labelSmoothing", 0.1)]) }).ShouldContain("loss should be 'CrossEntropy(labelSmoothing: 0.1)', but is '");
        RefusalOfState(description with { Optimizer = new("Lion", []) }).ShouldContain("optimizer should be 'Lion()', but is '");
        RefusalOfState(description with { Regularize = new("Regularize", [new("l2", 0.01)]) }).ShouldContain("penalties should be");
        RefusalOfState(description with { ClipGradients = new("ClipGradients", [new("norm", 1)]) }).ShouldContain("clipping should be");
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
    [InlineData("score.0.accuracy", "1 x", "'score.0.accuracy' should be numbers, but has 'x'")]
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

    private string RefusalOf(NetworkDescription network) =>
        Should.Throw<InvalidDataException>(() => new LinearModel(2, 3, "CrossEntropy") { Description = network }.Fit(Data, Options)).Message;

    private string RefusalOfState(NetworkDescription network)
    {
        var model = new LinearModel(2, 3, "CrossEntropy") { Description = network };
        double[] before = Weights(model);
        string message = Should.Throw<InvalidDataException>(() => model.CreateTrainer(4).LoadState(FilePath)).Message;
        Weights(model).ShouldBe(before);
        return message;
    }

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
}
