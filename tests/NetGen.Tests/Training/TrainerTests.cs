namespace NetGen.Tests.Training;

public class TrainerTests
{
    private static readonly double[] Inputs = [1, 2, 3, 4, 5, 6];

    [Fact]
    public void A_step_is_its_parts()
    {
        var whole = new LinearModel(2, 3, "CrossEntropy");
        var parts = new LinearModel(2, 3, "CrossEntropy");
        var one = (LabelTrainer<double>)whole.CreateTrainer(3);
        var other = (LabelTrainer<double>)parts.CreateTrainer(3);
        double loss = one.Step(Inputs, [0, 1, 2]);
        other.Forward(Inputs);
        other.Loss([0, 1, 2]).ShouldBe(loss);
        other.Backward();
        other.Update();

        other.StepCount.ShouldBe(1);
        one.StepCount.ShouldBe(1);
        parts.Parameters.ToArray("dense1.weight").ShouldBe(whole.Parameters.ToArray("dense1.weight"));
        one.Gradients.ToArray("dense1.weight").ShouldBe(other.Gradients.ToArray("dense1.weight"));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_learning_rate_that_would_harm_the_weights_is_refused(double rate)
    {
        var trainer = new LinearModel(2, 3, "CrossEntropy").CreateTrainer(3);
        trainer.LearningRate = 0;

        Should.Throw<ArgumentOutOfRangeException>(() => trainer.LearningRate = rate).ParamName.ShouldBe("LearningRate");
        trainer.LearningRate.ShouldBe(0);
    }

    /// <summary>The kernels of a padded trainer read wider rows than the caller gave.</summary>
    [Theory]
    [InlineData("CrossEntropy")]
    [InlineData("MeanSquaredError")]
    public void Padding_changes_nothing(string loss)
    {
        var plain = new LinearModel(2, 3, loss);
        var padded = new LinearModel(2, 3, loss) { Padding = 5 };
        double[] losses = [.. new[] { plain, padded }.SelectMany(model => RunAll(model))];

        losses[..4].ShouldBe(losses[4..]);
        padded.Parameters.ToArray("dense1.weight").ShouldBe(plain.Parameters.ToArray("dense1.weight"));
    }

    [Fact]
    public void An_evaluation_learns_nothing_and_gives_outputs()
    {
        var model = new LinearModel(2, 1, "MeanSquaredError");
        var trainer = (ValueTrainer<double>)model.CreateTrainer(3);
        double[] before = model.Parameters.ToArray("dense1.weight");
        double loss = trainer.Evaluate(Inputs, [1, 2, 3]);
        double[] outputs = new double[3];
        double[] predicted = new double[3];
        trainer.ReadOutputs(outputs);
        model.PredictMany(Inputs, predicted);

        outputs.ShouldBe(predicted);
        loss.ShouldBe(outputs.Zip([1.0, 2, 3], (output, target) => (output - target) * (output - target)).Average(), 1e-15);
        model.Parameters.ToArray("dense1.weight").ShouldBe(before);
        trainer.StepCount.ShouldBe(0);
        Should.Throw<InvalidOperationException>(trainer.Backward);
        Should.Throw<InvalidOperationException>(() => trainer.Loss([1, 2, 3]));
    }

    [Fact]
    public void Stages_come_in_order()
    {
        var trainer = (LabelTrainer<double>)new LinearModel(2, 3, "CrossEntropy").CreateTrainer(3);
        Should.Throw<InvalidOperationException>(() => trainer.Loss([0, 1, 2])).Message.ShouldContain("Forward");
        Should.Throw<InvalidOperationException>(trainer.Backward).Message.ShouldContain("Loss");
        Should.Throw<InvalidOperationException>(trainer.Update).Message.ShouldContain("Backward");

        trainer.Forward(Inputs);
        Should.Throw<InvalidOperationException>(trainer.Backward);
        Should.Throw<InvalidOperationException>(trainer.Update);
        trainer.Loss([0, 1, 2]);
        trainer.Loss([2, 1, 0]);
        Should.Throw<InvalidOperationException>(trainer.Update);
        trainer.Backward();
        Should.Throw<InvalidOperationException>(trainer.Backward);
        Should.Throw<InvalidOperationException>(() => trainer.Loss([0, 1, 2]));
        trainer.Update();
        Should.Throw<InvalidOperationException>(trainer.Update);
        Should.Throw<InvalidOperationException>(() => trainer.Loss([0, 1, 2]));

        trainer.Step(Inputs, [0, 1, 2]);
        Should.Throw<InvalidOperationException>(trainer.Update);
        trainer.StepCount.ShouldBe(2);

        trainer.Forward(Inputs);
        trainer.Loss([0, 1, 2]);
        trainer.Evaluate(Inputs, [0, 1, 2]);
        Should.Throw<InvalidOperationException>(trainer.Backward);
    }

    [Fact]
    public void Wrong_lengths_are_refused_with_both_sides()
    {
        var labels = (LabelTrainer<double>)new LinearModel(2, 3, "CrossEntropy").CreateTrainer(3);
        var values = (ValueTrainer<double>)new LinearModel(2, 3, "MeanSquaredError").CreateTrainer(3);

        ShouldBeRefused(() => labels.Forward(new double[5]), "1 to 3 samples of 2 inputs", "got 5");
        ShouldBeRefused(() => labels.Forward([]), "got 0");
        ShouldBeRefused(() => new LinearModel(1, 1, "MeanSquaredError").CreateTrainer(1).Forward([]), "1 sample of 1 input, a multiple of 1 element up to 1, but got 0");
        ShouldBeRefused(() => labels.Forward(new double[8]), "got 8");
        ShouldBeRefused(() => labels.Step(new double[4], [0]), "2 labels", "got 1");
        ShouldBeRefused(() => labels.Step(new double[4], [0, 3]), "0 to 2", "the label of sample 1 is 3");
        ShouldBeRefused(() => labels.Step(new double[4], [-1, 0]), "the label of sample 0 is -1");
        ShouldBeRefused(() => labels.Evaluate(new double[4], [0, 1, 2]), "2 labels");
        ShouldBeRefused(() => values.Step(new double[4], new double[5]), "2 samples of 3 outputs", "got 5");
        ShouldBeRefused(() => values.Evaluate(new double[4], new double[5]), "got 5");
        labels.StepCount.ShouldBe(0);

        labels.Forward(new double[4]);
        ShouldBeRefused(() => labels.ReadOutputs(new double[5]), "2 samples of 3 outputs", "got 5");
        ShouldBeRefused(() => labels.Loss([0]), "2 labels");
        values.Forward(new double[4]);
        ShouldBeRefused(() => values.Loss([0]), "got 1");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_batch_without_samples_is_refused(int batchSize) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new RecordingModel().CreateTrainer(batchSize));

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(2_147_483_585)]
    public void A_batch_of_more_elements_than_a_buffer_holds_is_refused(int batchSize)
    {
        var problem = Should.Throw<ArgumentOutOfRangeException>(() => new RecordingModel().CreateTrainer(batchSize));
        problem.ParamName.ShouldBe("batchSize");
        problem.Message.ShouldContain($"Expected a batch of at most {Array.MaxLength - 16} elements, but with 1 for each sample it has {batchSize}.");
    }

    private static double[] RunAll(LinearModel model)
    {
        var trainer = model.CreateTrainer(3);
        double[] outputs = new double[9];
        switch (trainer)
        {
            case LabelTrainer<double> labels:
                trainer.Forward(Inputs);
                double first = labels.Loss([0, 1, 2]);
                trainer.Backward();
                trainer.Update();
                double second = labels.Step(Inputs, [0, 1, 2]);
                trainer.ReadOutputs(outputs);
                return [first, second, labels.Evaluate(Inputs, [0, 1, 2]), outputs.Sum()];
            case ValueTrainer<double> values:
                double[] targets = [1, 2, 3, 4, 5, 6, 7, 8, 9];
                trainer.Forward(Inputs);
                first = values.Loss(targets);
                trainer.Backward();
                trainer.Update();
                second = values.Step(Inputs, targets);
                trainer.ReadOutputs(outputs);
                return [first, second, values.Evaluate(Inputs, targets), outputs.Sum()];
            default:
                throw new InvalidOperationException();
        }
    }

    private static void ShouldBeRefused(Action action, params string[] parts)
    {
        var problem = Should.Throw<ArgumentException>(action);
        foreach (string part in parts)
        {
            problem.Message.ShouldContain(part);
        }
    }
}
