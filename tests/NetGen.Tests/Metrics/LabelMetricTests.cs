namespace NetGen.Tests.Metrics;

/// <summary>Metrics of labels on samples counted by hand.</summary>
public class LabelMetricTests
{
    /// <summary>Predictions 0, 0, 1, 0, 1, 0: class 2 is never predicted.</summary>
    private static readonly float[] Outputs = [3, 1, 2, 5, 4, 0, 1, 2, 1, 9, 8, 1, 1, 7, 6, 3, 3, 3];

    private static readonly int[] Labels = [0, 1, 1, 0, 2, 2];

    [Fact]
    public void Accuracies()
    {
        Measure(new Accuracy()).ShouldBe(3.0 / 6);
        Measure(new TopKAccuracy(1)).ShouldBe(3.0 / 6);
        Measure(new TopKAccuracy(2)).ShouldBe(5.0 / 6); // Of three equal outputs, the last is third.
        Measure(new TopKAccuracy(3)).ShouldBe(1);
        Measure(new TopKAccuracy(99)).ShouldBe(1);
    }

    [Theory]
    [InlineData(new[] { 1f, 3f, 3f }, 1, true)]
    [InlineData(new[] { 1f, 3f, 3f }, 2, false)]
    [InlineData(new[] { 3f, 3f, 1f }, 0, true)]
    [InlineData(new[] { 0f, -0f, -1f }, 1, false)]
    [InlineData(new[] { float.NaN, 2f, 1f }, 1, true)]
    [InlineData(new[] { float.NaN, 2f, 2f }, 2, false)]
    [InlineData(new[] { 2f, float.NaN, 1f }, 1, false)]
    [InlineData(new[] { float.NegativeInfinity, float.NegativeInfinity }, 0, true)]
    [InlineData(new[] { float.NegativeInfinity, float.NegativeInfinity }, 1, false)]
    public void Of_equal_outputs_the_first_is_the_largest(float[] outputs, int label, bool isRight)
    {
        var accuracy = new Accuracy();
        accuracy.Add<float>(outputs, [label]);
        accuracy.Value.ShouldBe(isRight ? 1 : 0);
    }

    /// <summary>Where all outputs are NaN the first is the largest; it is not right for that.</summary>
    [Fact]
    public void Outputs_that_are_not_numbers_are_not_right()
    {
        foreach (Metric metric in (Metric[])[new Accuracy(), new TopKAccuracy(1)])
        {
            metric.Add<float>([float.NaN, float.NaN, 2, float.NaN], [0, 0]);
            metric.Value.ShouldBe(0.5, metric.Name);
        }
    }

    [Fact]
    public void Classes_one_by_one()
    {
        // Confusion by rows: [2 0 0], [1 1 0], [1 1 0].
        Measure(new PrecisionMetric(ofClass: 0)).ShouldBe(2.0 / 4);
        Measure(new RecallMetric(ofClass: 0)).ShouldBe(1);
        Measure(new F1Metric(ofClass: 0)).ShouldBe(2.0 / 3, 1e-15);
        Measure(new PrecisionMetric(ofClass: 1)).ShouldBe(1.0 / 2);
        Measure(new RecallMetric(ofClass: 1)).ShouldBe(1.0 / 2);
        Measure(new F1Metric(ofClass: 1)).ShouldBe(1.0 / 2);
        Measure(new PrecisionMetric(ofClass: 2)).ShouldBe(0);
        Measure(new RecallMetric(ofClass: 2)).ShouldBe(0);
        Measure(new F1Metric(ofClass: 2)).ShouldBe(0);
    }

    [Fact]
    public void Classes_averaged()
    {
        Measure(new PrecisionMetric()).ShouldBe((0.5 + 0.5 + 0) / 3, 1e-15);
        Measure(new RecallMetric()).ShouldBe((1 + 0.5 + 0) / 3, 1e-15);
        Measure(new F1Metric()).ShouldBe((2.0 / 3 + 0.5 + 0) / 3, 1e-15);
        foreach (Metric metric in (Metric[])[new PrecisionMetric(Averaging.Micro), new RecallMetric(Averaging.Micro), new F1Metric(Averaging.Micro)])
        {
            Measure(metric).ShouldBe(0.5);
        }
    }

    [Fact]
    public void A_class_that_does_not_appear_is_left_out_of_the_mean()
    {
        var metric = new RecallMetric();
        metric.Add<double>([1, 0, 0, 0, 1, 0], [0, 1]);
        metric.Value.ShouldBe(1);
    }

    [Fact]
    public void A_confusion_matrix_counts_and_reads_as_a_table()
    {
        var matrix = new ConfusionMatrix();
        Measure(matrix).ShouldBe(0.5);
        matrix.Classes.ShouldBe(3);
        matrix.Count.ShouldBe(6);
        Enumerable.Range(0, 9).Select(i => matrix[i / 3, i % 3]).ShouldBe([2, 0, 0, 1, 1, 0, 1, 1, 0]);
        matrix.ToString().ShouldBe(
            """
                    predicted
            actual  0  1  2
                 0  2  0  0
                 1  1  1  0
                 2  1  1  0
            """.ReplaceLineEndings("\n"));
        Should.Throw<ArgumentOutOfRangeException>(() => matrix[3, 0]).Message.ShouldContain("0 to 2");
    }

    [Fact]
    public void Batches_add_up_and_are_forgotten()
    {
        foreach (Metric metric in (Metric[])[new Accuracy(), new TopKAccuracy(2), new F1Metric(), new ConfusionMatrix()])
        {
            metric.Value.ShouldBe(double.NaN, metric.Name);
            double whole = Measure(metric);
            metric.Reset();
            metric.Value.ShouldBe(double.NaN, metric.Name);
            metric.Add<float>(Outputs.AsSpan(0, 6), Labels.AsSpan(0, 2));
            metric.Add<float>(Outputs.AsSpan(6), Labels.AsSpan(2));
            metric.Value.ShouldBe(whole, metric.Name);
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Should.Throw<ArgumentException>(() => new Accuracy().Add<float>(new float[5], new int[2])).Message.ShouldContain("5 for 2");
        var untouched = new Accuracy();
        Should.Throw<ArgumentException>(() => untouched.Add<float>(new float[4], [0, 2])).Message.ShouldContain("the label of sample 1 is 2");
        untouched.Value.ShouldBe(double.NaN);
        Should.Throw<NotSupportedException>(() => new TopKAccuracy(1).Add<float>([1, 2], [1, 2], samples: 1)).Message.ShouldContain("top1Accuracy");
        Should.Throw<ArgumentOutOfRangeException>(() => new TopKAccuracy(0));
        Should.Throw<ArgumentOutOfRangeException>(() => new F1Metric(ofClass: -1));
        var used = new ConfusionMatrix();
        used.Add<float>([1, 2], [0]);
        Should.Throw<ArgumentException>(() => used.Add<float>([1, 2, 3], [0])).Message.ShouldContain("Reset");
    }

    [Fact]
    public void Nothing_is_allocated_after_the_first_batch()
    {
        Metric[] metrics = [new Accuracy(), new TopKAccuracy(2), new F1Metric(), new PrecisionMetric(0), new ConfusionMatrix()];
        Allocations.ShouldBeNone(AddBatch, AddBatch);

        void AddBatch()
        {
            foreach (var metric in metrics)
            {
                metric.Reset();
                metric.Add<float>(Outputs, Labels);
            }
        }
    }

    private static double Measure(Metric metric)
    {
        metric.Add<float>(Outputs, Labels);
        return metric.Value;
    }
}
