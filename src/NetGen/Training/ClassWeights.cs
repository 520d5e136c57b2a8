using System.Globalization;

namespace NetGen;

/// <summary>What samples of each class count for, where some classes are rarer than others.</summary>
public static class ClassWeights
{
    /// <summary>
    /// Weights under which all classes count the same in sum: <c>samples / (classes · samples of the class)</c>. Over the samples,
    /// their mean is 1.
    /// </summary>
    /// <param name="labels">The class of each sample.</param>
    /// <param name="classes">The number of classes, at least 1.</param>
    /// <returns>A weight for each class.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is below 1.</exception>
    /// <exception cref="ArgumentException">A label is out of range, or a class has no samples: no weight could make up for that.</exception>
    public static double[] Balanced(ReadOnlySpan<int> labels, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        LabelCheck.Require(labels, classes, nameof(labels));
        var counts = new long[classes];
        foreach (int label in labels)
        {
            counts[label]++;
        }

        int missing = Array.IndexOf(counts, 0);
        if (missing >= 0)
        {
            throw new ArgumentException($"Expected samples of each of the {classes} classes, but class {missing} has none among {labels.Length} labels.", nameof(labels));
        }

        double samples = labels.Length;
        return Array.ConvertAll(counts, count => samples / ((double)classes * count));
    }

    /// <summary>Checks that there is a positive weight for each class, of which the element type has all digits, or none at all.</summary>
    internal static void Require<T>(IReadOnlyList<double> weights, int classes, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(weights, name);
        if (weights.Count != 0 && weights.Count != classes)
        {
            throw new ArgumentException($"Expected a weight for each of {classes} classes, but got {weights.Count}.", name);
        }

        for (int i = 0; i < weights.Count; i++)
        {
            if (weights[i] is not (> 0 and < double.PositiveInfinity))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Expected positive weights, but the weight of class {i} is {weights[i]}."), name);
            }

            if (!T.IsNormal(T.CreateTruncating(weights[i])))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Expected weights within the normal numbers of {(typeof(T) == typeof(float) ? "float" : "double")}, but the weight of class {i} is {weights[i]}."), name);
            }
        }
    }
}
