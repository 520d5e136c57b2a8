namespace NetGen;

/// <summary>
/// A measure of single classes: averaged over them, or of one. With one target value per sample the classes are 0 and 1; class 1 is
/// what is above the threshold, and the mean is of both: that of class 1 alone, which other libraries give, is <c>ofClass: 1</c>. A share
/// of nothing, such as the precision of a class that is never predicted, is 0.
/// </summary>
public abstract class ConfusionMetric : Metric
{
    private readonly ConfusionMatrix matrix;
    private readonly Averaging averaging;
    private readonly int? ofClass;

    private protected ConfusionMetric(string name, Averaging averaging, double? threshold)
    {
        this.averaging = averaging;
        matrix = new ConfusionMatrix(threshold);
        Name = Threshold.Named(averaging == Averaging.Micro ? $"micro{char.ToUpperInvariant(name[0])}{name[1..]}" : name, threshold);
    }

    private protected ConfusionMetric(string name, int ofClass, double? threshold)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ofClass);
        this.ofClass = ofClass;
        matrix = new ConfusionMatrix(threshold);
        Name = Threshold.Named(FormattableString.Invariant($"{name}OfClass{ofClass}"), threshold);
    }

    /// <inheritdoc/>
    public sealed override string Name { get; }

    /// <inheritdoc/>
    public sealed override double Value =>
        matrix.Count == 0 ? double.NaN
        : ofClass is { } one ? (one < matrix.Classes ? Of(matrix, one) : 0)
        : averaging == Averaging.Micro ? matrix.Value
        : Macro();

    internal sealed override double[] State
    {
        get => matrix.State;
        set => matrix.State = value;
    }

    /// <inheritdoc/>
    public sealed override void Reset() => matrix.Reset();

    internal sealed override string? ProblemWith(NetworkDescription network, bool takesLabels)
    {
        int classes = takesLabels ? network.OutputSize : 2;
        return ofClass >= classes
            ? $"the metric {Name} needs at least {ofClass + 1} classes, but {network.Name} has {classes}"
            : matrix.ProblemWith(Name, network, takesLabels);
    }

    internal sealed override void AddLabeled(ReadOnlySpan<double> outputs, int label) => matrix.AddLabeled(outputs, label);

    internal sealed override void AddValued(ReadOnlySpan<double> outputs, ReadOnlySpan<double> targets) => matrix.AddValued(outputs, targets);

    /// <summary>The measure of one class.</summary>
    private protected abstract double Of(ConfusionMatrix matrix, int ofClass);

    private double Macro()
    {
        double sum = 0;
        int count = 0;
        for (int each = 0; each < matrix.Classes; each++)
        {
            if (matrix.Appears(each))
            {
                sum += Of(matrix, each);
                count++;
            }
        }

        return sum / count;
    }
}
