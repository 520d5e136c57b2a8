namespace NetGen;

/// <summary>What the columns and classes of a dataset are called; an empty list where nothing is known.</summary>
/// <param name="Inputs">One name for each input.</param>
/// <param name="Targets">One name for each target value.</param>
/// <param name="Classes">One name for each class.</param>
internal sealed record DatasetNames(IReadOnlyList<string> Inputs, IReadOnlyList<string> Targets, IReadOnlyList<string> Classes)
{
    public static DatasetNames None { get; } = new([], [], []);

    /// <summary>
    /// What speaks against another dataset's labels and columns meaning the same: a label that is another class, columns at another
    /// place, another category at the same. Null where nothing does; columns of other names may be the same ones, renamed.
    /// </summary>
    public string? Contradiction(DatasetNames other) =>
        FirstDifference(Classes, other.Classes) is { } label
            ? $"label {label} is '{Classes[label]}' in 'train', but '{other.Classes[label]}' here; read the second file with the ClassNames of the first"
        : AreMisplaced(Inputs, other.Inputs)
            ? $"its inputs are {string.Join(", ", other.Inputs)}, but {string.Join(", ", Inputs)} in 'train'; read the second file with the InputNames of the first"
        : AreMisplaced(Targets, other.Targets) ? $"its targets are {string.Join(", ", other.Targets)}, but {string.Join(", ", Targets)} in 'train'"
        : null;

    /// <summary>The first place where two lists differ, of those that both have.</summary>
    private static int? FirstDifference(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        int place = first.Zip(second).TakeWhile(pair => pair.First == pair.Second).Count();
        return place < Math.Min(first.Count, second.Count) ? place : null;
    }

    /// <summary>Whether a name that both have stands at another place in the second, or a category where the first has another one.</summary>
    private static bool AreMisplaced(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        var known = first.ToHashSet(StringComparer.Ordinal);
        return second.Where((name, place) =>
            place >= first.Count ? known.Contains(name) : first[place] != name && (known.Contains(name) || CsvInputs.AreCategoriesOfOne(first[place], name))).Any();
    }
}
