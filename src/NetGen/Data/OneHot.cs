namespace NetGen;

/// <summary>Labels as target values.</summary>
public static class OneHot
{
    /// <summary>
    /// The samples with targets in place of their labels: 1 for the right class and 0 for the others. For losses of values, such as
    /// a squared error or a <c>BinaryCrossEntropy</c>; a <c>CrossEntropy</c> takes labels as they are.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="data">Samples with labels. Their inputs are shared, not copied.</param>
    /// <param name="classes">The number of classes, at least 1.</param>
    /// <exception cref="ArgumentException">The samples have targets already, or a label is out of range.</exception>
    public static Dataset<T> ToOneHot<T>(this Dataset<T> data, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        RequireLabels(data, classes);
        var targets = new T[checked(data.Count * classes)];
        for (int sample = 0; sample < data.Count; sample++)
        {
            targets[sample * classes + data.Labels[sample]] = T.One;
        }

        return data.WithTargets(targets, classes, data.ClassNames);
    }

    /// <summary>Requires labels of so many classes.</summary>
    internal static void RequireLabels<T>(Dataset<T> data, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!data.HasLabels)
        {
            throw new ArgumentException("Expected samples with labels, but these have targets.", nameof(data));
        }

        LabelCheck.Require(data.Labels, classes, nameof(data));
    }
}
