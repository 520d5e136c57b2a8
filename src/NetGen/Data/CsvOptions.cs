namespace NetGen;

/// <summary>How a CSV file is read.</summary>
public sealed record CsvOptions
{
    /// <summary>
    /// Whether the first line names the columns; null, the default, for a file that should: one whose first line has
    /// numbers for all inputs is refused then, since it would lose its first sample.
    /// </summary>
    public bool? HasHeader { get; init; }

    /// <summary>What stands between fields: a comma by default. No quote and no line end.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>The number of lines at the start that are no part of the table and come before the header, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to less.</exception>
    public int SkippedLines
    {
        get;
        init => field = ArgumentCheck.AtLeast(0, value, nameof(SkippedLines));
    }

    /// <summary>The columns that are inputs, in the order of the inputs; null for all but the targets, in the file's order.</summary>
    public IReadOnlyList<CsvColumn>? Inputs { get; init; }

    /// <summary>
    /// Those inputs that are text, not numbers. Each becomes one input for every different text in it, sorted as class names are:
    /// 1 where a sample has that text, 0 elsewhere. In <see cref="Dataset.InputNames"/> they are <c>column=text</c>. Another file may
    /// have other texts: give it the <see cref="InputNames"/> of the first.
    /// </summary>
    public IReadOnlyList<CsvColumn> Categories { get; init; } = [];

    /// <summary>
    /// The inputs of another file, its <see cref="Dataset.InputNames"/>: this one gets the same, in the same order, whatever the order
    /// of its columns and whichever texts its <see cref="Categories"/> have; a text that the other file did not have is refused.
    /// Other columns are passed over. Null, or none, to take those that this file has.
    /// </summary>
    public IReadOnlyList<string>? InputNames { get; init; }

    /// <summary>
    /// The names of the classes in the order of their labels; null to take those that the file has, sorted: as numbers if all of
    /// them are numbers, otherwise by their characters. Give a second file the first one's <see cref="Dataset.ClassNames"/>.
    /// </summary>
    public IReadOnlyList<string>? ClassNames { get; init; }
}
