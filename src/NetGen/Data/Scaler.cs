namespace NetGen;

/// <summary>
/// Learns from the training part how to bring columns to one scale. Apply what was learned to every other part as it is: a scale
/// learned from test samples would let them into the training.
/// </summary>
public static class Scaler
{
    /// <summary>
    /// Standardization: <c>y = (x − mean) / standard deviation</c> for each input, so that the training inputs have mean 0 and
    /// variance 1. The deviation is that of these samples (divided by their number). A constant input becomes 0.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="train">The samples to learn from.</param>
    /// <exception cref="ArgumentException">There are no samples, or an input is not finite.</exception>
    public static Scaler<T> Standardize<T>(Dataset<T> train)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Standardize(train.Inputs, train.InputSize, "input");

    /// <summary>Standardization of target values, for regression. Predictions go back by <see cref="Scaler{T}.Invert"/>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="train">The samples to learn from.</param>
    /// <exception cref="ArgumentException">There are no samples, they have labels, or a target is not finite.</exception>
    public static Scaler<T> StandardizeTargets<T>(Dataset<T> train)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Standardize(train.Targets, RequireTargets(train), "target");

    /// <summary>
    /// Min-max scaling: each input's least value becomes <paramref name="least"/> and its largest <paramref name="largest"/>. A
    /// constant input becomes <paramref name="least"/>; other samples may fall outside.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="train">The samples to learn from.</param>
    /// <param name="least">The lower end of the range.</param>
    /// <param name="largest">The upper end, above it.</param>
    /// <exception cref="ArgumentException">There are no samples, an input is not finite, or the range is empty.</exception>
    public static Scaler<T> MinMax<T>(Dataset<T> train, double least = 0, double largest = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        MinMax(train.Inputs, train.InputSize, "input", least, largest);

    /// <summary>Min-max scaling of target values, for regression. Predictions go back by <see cref="Scaler{T}.Invert"/>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="train">The samples to learn from.</param>
    /// <param name="least">The lower end of the range.</param>
    /// <param name="largest">The upper end, above it.</param>
    /// <exception cref="ArgumentException">There are no samples, they have labels, a target is not finite, or the range is empty.</exception>
    public static Scaler<T> MinMaxTargets<T>(Dataset<T> train, double least = 0, double largest = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        MinMax(train.Targets, RequireTargets(train), "target", least, largest);

    private static Scaler<T> Standardize<T>(ReadOnlySpan<T> elements, int columns, string what)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var statistics = ColumnStatistics.Of(elements, columns, what);
        return Create<T>(statistics, column => column.Mean, column => 1 / column.Deviation);
    }

    private static Scaler<T> MinMax<T>(ReadOnlySpan<T> elements, int columns, string what, double least, double largest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!(least < largest && double.IsFinite(largest - least)))
        {
            throw new ArgumentException(string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"Expected a range whose upper end is above its lower, but got {least} to {largest}."));
        }

        var statistics = ColumnStatistics.Of(elements, columns, what);
        double Scale(ColumnStatistics column) => (largest - least) / (column.Largest - column.Least);
        return Create<T>(statistics, column => column.Least - least / ScaleOrOne<T>(column, Scale), Scale);
    }

    private static Scaler<T> Create<T>(ColumnStatistics[] columns, Func<ColumnStatistics, double> shift, Func<ColumnStatistics, double> scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(
            Array.ConvertAll(columns, column => T.CreateTruncating(shift(column))),
            Array.ConvertAll(columns, column => T.CreateTruncating(ScaleOrOne<T>(column, scale))));

    /// <summary>Of a constant column, or one that varies less than the type can stretch, 1.</summary>
    private static double ScaleOrOne<T>(ColumnStatistics column, Func<ColumnStatistics, double> scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        column.Least < column.Largest && T.IsFinite(T.CreateTruncating(scale(column))) ? scale(column) : 1;

    private static int RequireTargets(Dataset data) => data.HasLabels
        ? throw new ArgumentException("Expected samples with targets, but these have labels, which have no scale.", nameof(data))
        : data.TargetSize;
}
