namespace NetGen;

/// <summary>
/// Divides datasets at random: every sample goes to one part, none is lost. The same seed gives the same parts on every machine.
/// Parts are copies, and keep the names of the columns and classes.
/// </summary>
public static class DatasetSplitting
{
    /// <summary>The samples in a random order.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="data">The samples.</param>
    /// <param name="seed">The same seed gives the same order.</param>
    public static Dataset<T> Shuffle<T>(this Dataset<T> data, long seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        data.Gather(SampleOrder.Shuffled(data.Count, seed));

    /// <summary>Divides samples in two, such as for training and testing.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="data">The samples, at least two.</param>
    /// <param name="fraction">The share of the first part, above 0 and below 1, rounded to whole samples; each part gets at least one.</param>
    /// <param name="seed">The same seed gives the same parts.</param>
    /// <param name="stratified">Whether both parts have each class in the same share, but for about one sample; samples then have labels.</param>
    /// <exception cref="ArgumentException">The fraction is out of range, there are fewer than two samples, or no labels to stratify by.</exception>
    public static (Dataset<T> First, Dataset<T> Second) Split<T>(this Dataset<T> data, double fraction, long seed, bool stratified = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!(fraction > 0 && fraction < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), $"Expected a share above 0 and below 1, but got {fraction.ToString(System.Globalization.CultureInfo.InvariantCulture)}.");
        }

        if (data.Count < 2)
        {
            throw new ArgumentException($"Expected at least two samples to divide, but got {data.Count}.", nameof(data));
        }

        int first = Math.Clamp((int)Math.Round(fraction * data.Count), 1, data.Count - 1);
        var parts = data.SplitByCounts([first, data.Count - first], seed, stratified);
        return (parts[0], parts[1]);
    }

    /// <summary>Divides samples into parts of given sizes, such as for training, validation and testing.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="data">The samples.</param>
    /// <param name="counts">The number of samples of each part, none below 0; together all samples.</param>
    /// <param name="seed">The same seed gives the same parts.</param>
    /// <param name="stratified">Whether all parts have each class in the same share, but for about one sample; samples then have labels.</param>
    /// <exception cref="ArgumentException">The counts do not add up to the number of samples, or there are no labels to stratify by.</exception>
    public static Dataset<T>[] SplitByCounts<T>(this Dataset<T> data, ReadOnlySpan<int> counts, long seed, bool stratified = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long sum = 0;
        foreach (int count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
            sum += count;
        }

        if (sum != data.Count)
        {
            throw new ArgumentException($"Expected counts that add up to {data.Count} samples, but {string.Join(" + ", counts.ToArray())} is {sum}.", nameof(counts));
        }

        int[] order = Order(data, seed, stratified);
        var parts = new Dataset<T>[counts.Length];
        int start = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = data.Gather(order.AsSpan(start, counts[i]));
            start += counts[i];
        }

        return parts;
    }

    /// <summary>
    /// Divides samples for cross-validation: each sample is in the validation part of one fold, and in the training part of all
    /// others. Fold sizes differ by one sample at most.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="data">The samples.</param>
    /// <param name="folds">The number of folds, from 2 to the number of samples.</param>
    /// <param name="seed">The same seed gives the same folds.</param>
    /// <param name="stratified">Whether all folds have each class in the same share, but for about one sample; samples then have labels.</param>
    /// <returns>Views of one copy of the samples, or copies where one cannot hold them twice.</returns>
    /// <exception cref="ArgumentException">The number of folds is out of range, there are fewer than two samples, or no labels to stratify by.</exception>
    public static Fold<T>[] Folds<T>(this Dataset<T> data, int folds, long seed, bool stratified = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        data.Folds(folds, seed, stratified, Array.MaxLength);

    /// <summary>The same, with at most so many elements in one array.</summary>
    internal static Fold<T>[] Folds<T>(this Dataset<T> data, int folds, long seed, bool stratified, int mostElements)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (data.Count < 2)
        {
            throw new ArgumentException($"Expected at least two samples to divide into folds, but got {data.Count}.", nameof(data));
        }

        if (folds < 2 || folds > data.Count)
        {
            string expected = data.Count == 2 ? "2" : $"2 to {data.Count}";
            throw new ArgumentOutOfRangeException(nameof(folds), FormattableString.Invariant($"Expected {expected} folds of {data.Count} samples, but got {folds}."));
        }

        // Twice in a row, so that what is left after taking out any run stands in one piece too.
        int[] order = Order(data, seed, stratified);
        var twice = 2L * data.Count * Math.Max(data.InputSize, data.TargetSize) <= mostElements ? data.Gather([.. order, .. order]) : null;
        var result = new Fold<T>[folds];
        for (int fold = 0; fold < folds; fold++)
        {
            int start = (int)((long)fold * data.Count / folds);
            int end = (int)((long)(fold + 1) * data.Count / folds);
            result[fold] = twice is null
                ? new(data.Gather([.. order[end..], .. order[..start]]), data.Gather(order.AsSpan(start..end)))
                : new(twice[end..(start + data.Count)], twice[start..end]);
        }

        return result;
    }

    private static int[] Order<T>(Dataset<T> data, long seed, bool stratified)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => stratified switch
        {
            false => SampleOrder.Shuffled(data.Count, seed),
            true when data.HasLabels => SampleOrder.Stratified(data.Labels, seed),
            true => throw new ArgumentException("Only samples with labels can be stratified, but these have targets.", nameof(stratified)),
        };
}
