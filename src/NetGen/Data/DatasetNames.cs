namespace NetGen;

/// <summary>What the columns and classes of a dataset are called; an empty list where nothing is known.</summary>
/// <param name="Inputs">One name for each input.</param>
/// <param name="Targets">One name for each target value.</param>
/// <param name="Classes">One name for each class.</param>
internal sealed record DatasetNames(IReadOnlyList<string> Inputs, IReadOnlyList<string> Targets, IReadOnlyList<string> Classes)
{
    public static DatasetNames None { get; } = new([], [], []);

    /// <summary>
    /// What speaks against another dataset's labels and columns meaning the same: a label that is another class, columns in another
    /// order. Null where nothing does; columns of other names may be the same ones, renamed.
    /// </summary>
    public string? Contradiction(DatasetNames other) =>
        FirstDifference(Classes, other.Classes) is { } label
            ? $"label {label} is '{Classes[label]}' in 'train', but '{other.Classes[label]}' here; read the second file with the ClassNames of the first"
        : AreReordered(Inputs, other.Inputs) ? $"its inputs are {string.Join(", ", other.Inputs)}, but {string.Join(", ", Inputs)} in 'train'"
        : AreReordered(Targets, other.Targets) ? $"its targets are {string.Join(", ", other.Targets)}, but {string.Join(", ", Targets)} in 'train'"
        : null;

    /// <summary>The first place where two lists differ, of those that both have.</summary>
    private static int? FirstDifference(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        int place = first.Zip(second).TakeWhile(pair => pair.First == pair.Second).Count();
        return place < Math.Min(first.Count, second.Count) ? place : null;
    }

    private static bool AreReordered(IReadOnlyList<string> first, IReadOnlyList<string> second) =>
        !first.SequenceEqual(second) && first.Order(StringComparer.Ordinal).SequenceEqual(second.Order(StringComparer.Ordinal));
}
