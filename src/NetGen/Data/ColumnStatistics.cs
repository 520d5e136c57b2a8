namespace NetGen;

/// <summary>What one column of a dataset is like.</summary>
internal sealed record ColumnStatistics(double Mean, double Deviation, double Least, double Largest)
{
    /// <summary>The statistics of every column, computed in double.</summary>
    /// <param name="elements">Rows one after another.</param>
    /// <param name="columns">The length of a row.</param>
    /// <param name="what">What a column is, for messages.</param>
    public static ColumnStatistics[] Of<T>(ReadOnlySpan<T> elements, int columns, string what)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (elements.IsEmpty)
        {
            throw new ArgumentException("Expected at least one sample to learn a scale from, but there is none.");
        }

        var result = new ColumnStatistics[columns];
        for (int column = 0; column < columns; column++)
        {
            result[column] = Of(elements, columns, column, what);
        }

        return result;
    }

    private static ColumnStatistics Of<T>(ReadOnlySpan<T> elements, int columns, int column, string what)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        double least = double.PositiveInfinity;
        double largest = double.NegativeInfinity;
        for (int i = column; i < elements.Length; i += columns)
        {
            double x = double.CreateTruncating(elements[i]);
            if (!double.IsFinite(x))
            {
                throw new ArgumentException($"Expected finite numbers, but {what} {column} of sample {i / columns} is {x.ToString(System.Globalization.CultureInfo.InvariantCulture)}.");
            }

            sum += x;
            least = Math.Min(least, x);
            largest = Math.Max(largest, x);
        }

        // In two passes: the difference of large squares would leave little of a small variance. Rounding takes the mean of a constant
        // off the constant, which is no spread.
        int count = elements.Length / columns;
        double mean = Math.Clamp(sum / count, least, largest);
        double squares = 0;
        for (int i = column; i < elements.Length; i += columns)
        {
            double difference = double.CreateTruncating(elements[i]) - mean;
            squares += difference * difference;
        }

        return new ColumnStatistics(mean, Math.Sqrt(squares / count), least, largest);
    }
}
