namespace NetGen;

/// <summary>Random orders of samples.</summary>
internal static class SampleOrder
{
    /// <summary>All orders equally likely.</summary>
    public static int[] Shuffled(int count, long seed)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new RandomSource(seed).Shuffle(order);
        return order;
    }

    /// <summary>
    /// A random order of which any run of neighbours has each class in the share that it has of all samples, but for about one
    /// sample. Cutting it anywhere makes stratified parts.
    /// </summary>
    /// <remarks>
    /// The samples of a class, shuffled, are spread evenly over the order, from a random start on: systematic sampling in each class.
    /// </remarks>
    public static int[] Stratified(ReadOnlySpan<int> labels, long seed)
    {
        var random = new RandomSource(seed).Fork(1);
        int[] order = Shuffled(labels.Length, seed);
        var sizes = new SortedDictionary<int, int>();
        foreach (int label in labels)
        {
            sizes[label] = sizes.GetValueOrDefault(label) + 1;
        }

        var starts = sizes.Keys.ToDictionary(label => label, label => random.Fork(label).NextUniform());
        var ranks = sizes.Keys.ToDictionary(label => label, _ => 0);
        double[] places = new double[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            int label = labels[order[i]];
            places[i] = (ranks[label]++ + starts[label]) / sizes[label];
        }

        Array.Sort(places, order);
        return order;
    }
}
