namespace NetGen.Reference;

/// <summary>
/// Mean over samples of <c>−Σ q · log(softmax(y))</c>, where <c>q</c> is 1 for the right class and 0 for others; with label
/// smoothing, a share of it is spread evenly over all classes. Where classes have weights, the mean is weighted by those of the labels.
/// </summary>
internal sealed class CrossEntropy(double labelSmoothing) : Loss
{
    private double[] logarithms = [];

    public override Tensor Forward(Tape tape, Tensor outputs, Targets targets)
    {
        var loss = new Tensor(1);
        loss.Data[0] = Value(outputs, targets);
        int[] labels = targets.RequireLabels(outputs);
        int classes = outputs.Columns;
        double total = targets.TotalWeight(labels);

        // The derivative of the logarithms' sum is softmax(y) − q.
        double[] y = [.. logarithms];
        tape.Record(() =>
        {
            for (int i = 0; i < outputs.Length; i++)
            {
                double expected = Expected(i % classes, labels[i / classes], classes);
                outputs.Gradient[i] += loss.Gradient[0] * (Math.Exp(y[i]) - expected) * targets.WeightOf(labels[i / classes]) / total;
            }
        });
        return loss;
    }

    public override double Value(Tensor outputs, Targets targets)
    {
        int[] labels = targets.RequireLabels(outputs);
        int classes = outputs.Columns;
        if (logarithms.Length != outputs.Length)
        {
            logarithms = new double[outputs.Length];
        }

        double loss = 0;
        double total = targets.TotalWeight(labels);
        for (int sample = 0; sample < labels.Length; sample++)
        {
            var row = logarithms.AsSpan(sample * classes, classes);
            LogSoftmax(outputs.Data.AsSpan(sample * classes, classes), row);
            for (int i = 0; i < classes; i++)
            {
                loss -= Expected(i, labels[sample], classes) * row[i] * targets.WeightOf(labels[sample]) / total;
            }
        }

        return loss;
    }

    private double Expected(int index, int label, int classes) =>
        (index == label ? 1 - labelSmoothing : 0) + labelSmoothing / classes;

    /// <summary><c>y − log(Σ exp(y))</c>, with the largest <c>y</c> taken off first, which changes nothing but overflow.</summary>
    private static void LogSoftmax(ReadOnlySpan<double> y, Span<double> result)
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

        for (int i = 0; i < y.Length; i++)
        {
            result[i] = y[i] - largest - Math.Log(sum);
        }
    }
}
