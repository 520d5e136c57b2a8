namespace NetGen;

/// <summary>Which column of a CSV file is what.</summary>
internal sealed class CsvLayout
{
    /// <param name="file">What the file is called, for messages.</param>
    /// <param name="header">The names of the columns; empty if the file has none.</param>
    /// <param name="count">The number of columns.</param>
    /// <param name="targets">The columns that are targets, or labels.</param>
    /// <param name="options">The columns that are inputs.</param>
    /// <exception cref="ArgumentException">A column is not there, or is two things at once; or nothing is left for the inputs.</exception>
    public CsvLayout(string file, string[] header, int count, IReadOnlyList<CsvColumn> targets, CsvOptions options)
    {
        File = file;
        Header = header;
        Count = count;
        Targets = [.. targets.Select(Find)];
        Inputs = options.Inputs is null ? [.. Enumerable.Range(0, count).Except(Targets)] : [.. options.Inputs.Select(Find)];
        int[] categories = [.. options.Categories.Select(Find)];
        Texts = new IReadOnlyList<string>?[Inputs.Length];
        if (options.InputNames is { Count: > 0 } names)
        {
            int[] before = Inputs;
            var found = CsvInputs.Find(file, [.. Inputs.Select(column => (column, NameOf(column), categories.Contains(column)))], names);
            Inputs = [.. found.Select(input => input.Column)];
            Texts = [.. found.Select(input => input.Texts)];
            Refuse(options.Inputs is null ? [] : before.Except(Inputs), "is among Inputs, but not in InputNames");
        }

        IsCategory = Array.ConvertAll(Inputs, column => categories.Contains(column));
        Refuse(Targets.Concat(Inputs).GroupBy(column => column).Where(uses => uses.Count() > 1).Select(uses => uses.Key), "is named twice among inputs and targets");
        Refuse(categories.Except(Inputs), "is a category, but no input");
        if (Inputs.Length == 0 || Targets.Length == 0)
        {
            throw new ArgumentException($"Expected at least one input and one target in the {Counted.Of(count, "column")} of {file}, but got {Inputs.Length} and {Targets.Length}{(count == 1 ? "; CsvOptions.Separator says what stands between fields" : "")}.");
        }
    }

    public string File { get; }

    /// <summary>The names of the columns; empty if the file has none.</summary>
    public string[] Header { get; }

    /// <summary>The number of columns.</summary>
    public int Count { get; }

    /// <summary>The columns of the inputs, in the inputs' order.</summary>
    public int[] Inputs { get; }

    /// <summary>For each input, whether it is text.</summary>
    public bool[] IsCategory { get; }

    /// <summary>For each input, the texts that it may have; null for those that come, or numbers.</summary>
    public IReadOnlyList<string>?[] Texts { get; }

    /// <summary>The columns of the targets, in the targets' order.</summary>
    public int[] Targets { get; }

    /// <summary>A column as messages name it.</summary>
    public string Show(int column) => Header.Length == 0 ? $"column {column} (from 0)" : $"column '{Header[column]}'";

    /// <summary>A column as datasets name it.</summary>
    public string NameOf(int column) => Header.Length == 0 ? $"column {column}" : Header[column];

    private int Find(CsvColumn column) => column.Find(File, Header, Count);

    private void Refuse(IEnumerable<int> columns, string problem)
    {
        foreach (int column in columns)
        {
            throw new ArgumentException($"{Show(column)} of {File} {problem}.");
        }
    }
}
