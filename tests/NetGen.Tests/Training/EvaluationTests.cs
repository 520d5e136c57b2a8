namespace NetGen.Tests.Training;

public class EvaluationTests
{
    /// <summary>Whatever the batches, the last of them short.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(256)]
    public void Loss_and_accuracy_are_means_over_samples(int batchSize)
    {
        var model = new LinearModel(2, 3, "CrossEntropy");
        model.Parameters.Write("dense1.weight", new double[6]);
        model.Parameters.Write("dense1.bias", [2, 1, 0]);
        int[] labels = [0, 0, 0, 1, 1, 2, 0, 0, 1, 0];
        var evaluation = TrainingLoop.Evaluate(model, Dataset.Labeled(new double[20], labels), batchSize);

        // Every sample has the logits 2, 1, 0; six labels are the largest's, three the middle's, one the smallest's.
        double logSum = Math.Log(Math.Exp(2) + Math.Exp(1) + 1);
        evaluation.Loss.ShouldBe(logSum - (6 * 2 + 3 * 1) / 10.0, 1e-14);
        evaluation.Accuracy.ShouldBe(0.6);
    }

    [Fact]
    public void A_network_that_has_diverged_is_never_right()
    {
        var model = new LinearModel(2, 3, "CrossEntropy");
        model.Parameters.Write("dense1.bias", [double.NaN, double.NaN, double.NaN]);
        TrainingLoop.Evaluate(model, Dataset.Labeled(new double[4], [0, 1])).Accuracy.ShouldBe(0);
    }

    [Fact]
    public void Sides_are_counted_over_all_outputs()
    {
        var model = new LinearModel(1, 4, "BinaryCrossEntropy");
        model.Parameters.Write("dense1.weight", new double[4]);
        model.Parameters.Write("dense1.bias", [1, -1, 0, double.NaN]);
        var data = Dataset.Valued(new double[2], [1, 0, 0.5, 1, 0.2, 0.7, 1, 0], inputSize: 1);

        // Right: 1 for 1, -1 for 0, 0 for 0.5 of the first sample, none of the second's; NaN never.
        TrainingLoop.Evaluate(model, data).Accuracy.ShouldBe(3.0 / 8);
    }

    [Fact]
    public void Evaluations_are_shared_by_as_many_threads_as_are_asked_for()
    {
        var model = new LinearModel(2, 1, "MeanSquaredError");
        TrainingLoop.Evaluate(model, Samples.Plane(10), threads: 3);
        model.Threads.ShouldBe(3);
        TrainingLoop.Evaluate(model, Samples.Plane(10));
        model.Threads.ShouldBe(1);
    }

    [Fact]
    public void Regressions_have_no_accuracy() =>
        TrainingLoop.Evaluate(new LinearModel(2, 1, "MeanSquaredError"), Samples.Plane(10)).Accuracy.ShouldBeNull();

    [Fact]
    public void A_batch_without_samples_and_no_threads_are_refused()
    {
        var model = new LinearModel(2, 1, "MeanSquaredError");
        Should.Throw<ArgumentOutOfRangeException>(() => TrainingLoop.Evaluate(model, Samples.Plane(10), batchSize: 0)).ParamName.ShouldBe("batchSize");
        Should.Throw<ArgumentOutOfRangeException>(() => TrainingLoop.Evaluate(model, Samples.Plane(10), threads: 0)).ParamName.ShouldBe("threads");
    }
}
