namespace NetGen.Reference;

/// <summary>
/// Mean over samples of <c>−Σ q · log(softmax(y))</c>, where <c>q</c> is 1 for the right class and 0 for others; with label
/// smoothing, a share of it is spread evenly over all classes. Where classes have weights, the mean is weighted by those of the labels.
/// </summary>
internal sealed class CrossEntropy(double labelSmoothing) : Loss
{
    public override double Value(Tensor outputs, Targets targets)
    {
        int[] labels = targets.RequireLabels(outputs);
        int classes = outputs.Columns;
        double loss = 0;
        double total = targets.TotalWeight(labels);
        for (int sample = 0; sample < labels.Length; sample++)
        {
            var y = outputs.Data.AsSpan(sample * classes, classes);
            var (largest, logSum) = LogSumExp(y);
            for (int i = 0; i < classes; i++)
            {
                loss -= Expected(i, labels[sample], classes) * (y[i] - largest - logSum) * targets.WeightOf(labels[sample]) / total;
            }
        }

        return loss;
    }

    /// <summary>The derivative of the logarithms' sum is <c>softmax(y) − q</c>.</summary>
    protected override void AddAdjoints(Tensor outputs, Targets targets, double adjoint)
    {
        int[] labels = targets.RequireLabels(outputs);
        int classes = outputs.Columns;
        double total = targets.TotalWeight(labels);
        for (int sample = 0; sample < labels.Length; sample++)
        {
            var y = outputs.Data.AsSpan(sample * classes, classes);
            var (largest, logSum) = LogSumExp(y);
            for (int i = 0; i < classes; i++)
            {
                double softmax = Math.Exp(y[i] - largest - logSum);
                double expected = Expected(i, labels[sample], classes);
                outputs.Gradient[sample * classes + i] += adjoint * (softmax - expected) * targets.WeightOf(labels[sample]) / total;
            }
        }
    }

    private double Expected(int index, int label, int classes) =>
        (index == label ? 1 - labelSmoothing : 0) + labelSmoothing / classes;

    /// <summary><c>log(Σ exp(y))</c> as the largest <c>y</c> and the logarithm of the rest, so that nothing overflows.</summary>
    private static (double Largest, double LogSum) LogSumExp(ReadOnlySpan<double> y)
    {
        double largest = double.NegativeInfinity;
        foreach (double element in y)
        {
            largest = Math.Max(largest, element);
        }

        double sum = 0;
        foreach (double element in y)
        {
            sum += Math.Exp(element - largest);
        }

        return (largest, Math.Log(sum));
    }
}
