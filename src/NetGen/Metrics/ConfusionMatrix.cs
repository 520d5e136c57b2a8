using NetGen.Kernels;

namespace NetGen;

/// <summary>
/// How often samples of each class were taken for each class. With labels, the prediction is the largest output; with one target
/// value per sample, there are the classes 0 and 1: target above 0.5, output above the threshold. A sample whose outputs are not numbers
/// is taken for class 0. As a text it is a table.
/// </summary>
/// <param name="threshold">
/// Of outputs as they are, where there are values; null for 0, which is a probability of 0.5 of a logit. A network whose outputs are no
/// logits, without <c>BinaryCrossEntropy</c>, needs one.
/// </param>
public sealed class ConfusionMatrix(double? threshold = null) : Metric
{
    private readonly double side = Threshold.OrOfLogits(threshold);

    /// <inheritdoc/>
    public override string Name { get; } = Threshold.Named("confusionMatrix", threshold);

    /// <summary>The number of classes; 0 before the first sample.</summary>
    public int Classes => (int)Math.Sqrt(Sums.Length);

    /// <summary>The share on the diagonal: the accuracy, where outputs are numbers.</summary>
    public override double Value => Total > 0 ? Diagonal / Total : double.NaN;

    /// <summary>The number of samples.</summary>
    public long Count => (long)Total;

    private double Total => Sum(0, Sums.Length, 1);

    private double Diagonal => Sum(0, Sums.Length, Classes + 1);

    /// <summary>How many samples of one class were taken for another.</summary>
    /// <param name="actual">The class that they are of.</param>
    /// <param name="predicted">The class that they were taken for.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long this[int actual, int predicted] => (long)Sums[Check(actual) * Classes + Check(predicted)];

    /// <summary>Of the samples taken for a class, the share that is of it; 0 where there are none.</summary>
    /// <param name="ofClass">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Precision(int ofClass) => Ratio(Hits(ofClass), Predicted(ofClass));

    /// <summary>Of the samples of a class, the share that was taken for it; 0 where there are none.</summary>
    /// <param name="ofClass">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Recall(int ofClass) => Ratio(Hits(ofClass), Actual(ofClass));

    /// <summary>The harmonic mean of precision and recall, <c>2 · hits / (samples of the class + samples taken for it)</c>; 0 where there are none.</summary>
    /// <param name="ofClass">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double F1(int ofClass) => Ratio(2 * Hits(ofClass), Actual(ofClass) + Predicted(ofClass));

    /// <summary>A table: a row for each class that samples are of, a column for each that they were taken for.</summary>
    public override string ToString() => ConfusionTable.Format(this);

    /// <summary>Whether a class appears at all, among samples or predictions.</summary>
    internal bool Appears(int ofClass) => Actual(ofClass) + Predicted(ofClass) > 0;

    internal override string? ProblemWith(NetworkDescription network, bool takesLabels) => ProblemWith(Name, network, takesLabels);

    /// <summary>Why it cannot judge a network for a metric of another name, or null.</summary>
    internal string? ProblemWith(string metric, NetworkDescription network, bool takesLabels) => takesLabels || network.OutputSize == 1
        ? Threshold.ProblemWith(metric, threshold, network, takesLabels)
        : $"the metric {metric} takes labels or one target value for each sample, but {network.Name} has {network.OutputSize} outputs";

    internal override void AddLabeled(ReadOnlySpan<double> outputs, int label) => Tally(label, Outputs.ArgMax(outputs), outputs.Length);

    internal override void AddValued(ReadOnlySpan<double> outputs, ReadOnlySpan<double> targets)
    {
        if (outputs.Length != 1)
        {
            throw new ArgumentException($"Expected one target value for each sample, but got {outputs.Length}.");
        }

        Tally(targets[0] > 0.5 ? 1 : 0, outputs[0] > side ? 1 : 0, classes: 2);
    }

    private static double Ratio(double share, double whole) => whole > 0 ? share / whole : 0;

    private void Tally(int actual, int predicted, int classes) => Counters(classes * classes)[actual * classes + predicted]++;

    private double Hits(int ofClass) => Sums[Check(ofClass) * (Classes + 1)];

    private double Actual(int ofClass) => Sum(Check(ofClass) * Classes, (ofClass + 1) * Classes, 1);

    private double Predicted(int ofClass) => Sum(Check(ofClass), Sums.Length, Classes);

    private double Sum(int start, int end, int stride)
    {
        double sum = 0;
        for (int i = start; i < end; i += stride)
        {
            sum += Sums[i];
        }

        return sum;
    }

    private int Check(int ofClass) => (uint)ofClass < (uint)Classes
        ? ofClass
        : throw new ArgumentOutOfRangeException(nameof(ofClass), ofClass, $"Expected a class from 0 to {Classes - 1}.");
}
