namespace NetGen;

/// <summary>Whether labels are those of classes.</summary>
internal static class LabelCheck
{
    /// <summary>Requires labels from 0 to below the number of classes.</summary>
    /// <param name="labels">The labels, one for each sample.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="name">What the caller calls the labels.</param>
    /// <exception cref="ArgumentException">One is of no class; the message names it.</exception>
    public static void Require(ReadOnlySpan<int> labels, int classes, string name)
    {
        int sample = labels.IndexOfAnyExceptInRange(0, classes - 1);
        if (sample >= 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"Expected labels from 0 to {classes - 1}, but the label of sample {sample} is {labels[sample]}."), name);
        }
    }
}
