namespace NetGen;

/// <summary>Labels of two classes as one target value.</summary>
public static class BinaryTargets
{
    /// <summary>
    /// The samples with their labels, 0 or 1, as target values: for a network of one output under <c>BinaryCrossEntropy</c>, whose
    /// <c>Classify</c> gives such labels. Divide samples before, if both parts are to have as many of each class (<c>stratified</c>).
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="data">Samples with labels. Their inputs are shared, not copied.</param>
    /// <exception cref="ArgumentException">The samples have targets already, or a label is neither 0 nor 1.</exception>
    public static Dataset<T> ToBinaryTargets<T>(this Dataset<T> data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        OneHot.RequireLabels(data, classes: 2);
        var targets = new T[data.Count];
        for (int sample = 0; sample < data.Count; sample++)
        {
            targets[sample] = data.Labels[sample] == 1 ? T.One : T.Zero;
        }

        return data.WithTargets(targets, 1, data.ClassNames is [_, var one] ? [one] : []);
    }
}
