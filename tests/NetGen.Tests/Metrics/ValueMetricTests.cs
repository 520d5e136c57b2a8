using NetGen.Tests.Training;

namespace NetGen.Tests.Metrics;

/// <summary>Metrics of values on samples counted by hand.</summary>
public class ValueMetricTests
{
    [Fact]
    public void Errors()
    {
        Measure(new MeanAbsoluteErrorMetric(), [1, 2, 3, 4], [1, 4, 0, 4]).ShouldBe(5.0 / 4);
        Measure(new MeanSquaredErrorMetric(), [1, 2, 3, 4], [1, 4, 0, 4]).ShouldBe(13.0 / 4);
    }

    [Fact]
    public void R2_is_the_share_of_the_spread_that_is_explained()
    {
        // Targets 1, 2, 3, 4: mean 2.5, spread 5; errors 0.5² · 4 = 1.
        Measure(new R2Metric(), [1.5, 1.5, 3.5, 3.5], [1, 2, 3, 4]).ShouldBe(1 - 1.0 / 5, 1e-15);
        Measure(new R2Metric(), [2.5, 2.5, 2.5, 2.5], [1, 2, 3, 4]).ShouldBe(0, 1e-15);
        Measure(new R2Metric(), [1, 2, 3, 4], [1, 2, 3, 4]).ShouldBe(1);
        Measure(new R2Metric(), [1e9 + 1.5, 1e9 + 1.5, 1e9 + 3.5, 1e9 + 3.5], [1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4]).ShouldBe(0.8, 1e-9);
    }

    [Fact]
    public void R2_of_targets_without_a_spread_is_all_or_nothing()
    {
        Measure(new R2Metric(), [3, 3], [3, 3]).ShouldBe(1);
        Measure(new R2Metric(), [3, 3.1], [3, 3]).ShouldBe(0);
    }

    [Fact]
    public void R2_is_averaged_over_outputs()
    {
        var metric = new R2Metric();
        metric.Add<double>([1, 0, 2, 0], [1, 1, 2, 3], samples: 2);

        // The first output is perfect; of the second, errors are 1 and 9 of a spread of 2.
        metric.Value.ShouldBe((1 + (1 - 10.0 / 2)) / 2, 1e-14);
    }

    [Fact]
    public void Sides_of_a_threshold()
    {
        float[] outputs = [0.2f, -1, 0.4f, 0, float.NaN];
        float[] targets = [1, 0, 0, 1, 1];
        Metric[] metrics = [new Accuracy(), new PrecisionMetric(ofClass: 1), new RecallMetric(ofClass: 1), new F1Metric(ofClass: 1), new Accuracy(threshold: 0.3), new RecallMetric(ofClass: 1, threshold: -2), new RecallMetric(Averaging.Micro, threshold: 0.3)];
        Array.ForEach(metrics, metric => metric.Add<float>(outputs, targets, samples: 5));

        // Above 0: the first, right, and the third, wrong; two positive ones are missed.
        metrics.Select(metric => metric.Value).ShouldBe([2.0 / 5, 1.0 / 2, 1.0 / 3, 2.0 / 5, 1.0 / 5, 2.0 / 3, 1.0 / 5]);

        // What is no number is on no side.
        Measure(new Accuracy(), [double.NaN, double.NaN], [0, 1]).ShouldBe(0);
    }

    [Fact]
    public void Names_tell_thresholds_apart()
    {
        new Accuracy().Name.ShouldBe("accuracy");
        new ConfusionMatrix(0).Name.ShouldBe("confusionMatrix(threshold: 0)");
        new F1Metric(threshold: 0.3).Name.ShouldBe("f1(threshold: 0.3)");
        new PrecisionMetric(Averaging.Micro, -1).Name.ShouldBe("microPrecision(threshold: -1)");
        new RecallMetric(ofClass: 1, 0.5).Name.ShouldBe("recallOfClass1(threshold: 0.5)");
    }

    /// <summary>Probabilities are all above 0: everything would be class 1, and nothing would say so.</summary>
    [Fact]
    public void Outputs_that_are_no_logits_need_a_threshold()
    {
        var (probabilities, logits) = (new LinearModel(2, 1, "MeanSquaredError"), new LinearModel(2, 1, "BinaryCrossEntropy"));
        foreach (var create in (Func<double?, Metric>[])[each => new Accuracy(each), each => new ConfusionMatrix(each), each => new F1Metric(threshold: each), each => new RecallMetric(ofClass: 1, each)])
        {
            string message = Should.Throw<ArgumentException>(() => probabilities.Evaluate(Samples.Plane(9), metrics: [create(null)])).Message;
            message.ShouldContain($"the metric {create(null).Name} needs a threshold, such as 0.5: the outputs of LinearModel are no logits under MeanSquaredError");
            probabilities.Evaluate(Samples.Plane(9), metrics: [create(0), create(0.5)]).Metrics.Count.ShouldBe(2);
            logits.Evaluate(Dataset.Valued(new double[4], [0, 1], inputSize: 2), metrics: [create(null)]).Metrics.Count.ShouldBe(1);
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Should.Throw<ArgumentException>(() => new R2Metric().Add<double>([1, 2], [1], samples: 1)).Message.ShouldContain("2, but got 1");
        Should.Throw<NotSupportedException>(() => new R2Metric().Add<double>([1, 2], [1])).Message.ShouldContain("r2");
        Should.Throw<ArgumentException>(() => new ConfusionMatrix().Add<double>([1, 2], [1, 2], samples: 1)).Message.ShouldContain("one target value");
    }

    private static double Measure(Metric metric, double[] outputs, double[] targets)
    {
        metric.Add<double>(outputs, targets, outputs.Length);
        return metric.Value;
    }
}
