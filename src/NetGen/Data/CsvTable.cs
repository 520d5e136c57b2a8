using System.Globalization;

namespace NetGen;

/// <summary>Reads the rows of one CSV file into inputs, and hands the target columns to whoever asked for them.</summary>
internal sealed class CsvTable<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly CsvRecords records;
    private readonly CsvLayout layout;
    private readonly Vocabulary?[] vocabularies;
    private readonly List<T> inputs = [];
    private bool isAtRow;

    public CsvTable(TextReader reader, string file, IReadOnlyList<CsvColumn> targets, CsvOptions options)
    {
        records = new CsvRecords(reader, options.Separator, file);
        records.Skip(options.SkippedLines);
        string[] header = options.HasHeader != false && records.Next() ? [.. Enumerable.Range(0, records.Count).Select(field => records[field].Trim().ToString())] : [];
        int headerLine = records.Line;
        isAtRow = records.Next();
        if (!isAtRow)
        {
            throw new InvalidDataException($"{file}: expected at least one row{(options.HasHeader != false ? " after the header" : "")}, but there is none.");
        }

        int count = header.Length > 0 ? header.Length : records.Count;
        if (count == 1)
        {
            RefuseOtherSeparators(header.Length > 0 ? header[0] : records[0], options.Separator, file);
        }

        layout = new CsvLayout(file, header, count, targets, options);
        if (options.HasHeader is null && Array.TrueForAll(layout.Inputs, column => IsNumber(header[column])))
        {
            throw new InvalidDataException(
                $"{file}, line {headerLine}: expected the names of the columns, but all inputs are numbers; set HasHeader to false for a file without names, to true where numbers are names.");
        }

        vocabularies = [.. layout.IsCategory.Select((isCategory, i) => isCategory ? new Vocabulary(layout.Texts[i]) : null)];
    }

    /// <summary>The names of the target columns.</summary>
    public string[] TargetNames => layout.Header.Length == 0 ? [] : Array.ConvertAll(layout.Targets, layout.NameOf);

    /// <summary>Reads the inputs of the next row.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="InvalidDataException">The row is of another length than the first, or a field is no number.</exception>
    public bool Next()
    {
        if (!isAtRow && !records.Next())
        {
            return false;
        }

        isAtRow = false;
        if (records.Count != layout.Count)
        {
            throw new InvalidDataException($"{layout.File}, line {records.Line}: expected {layout.Count} fields, but got {records.Count}.");
        }

        for (int i = 0; i < layout.Inputs.Length; i++)
        {
            inputs.Add(vocabularies[i] is { } vocabulary
                ? T.CreateChecked(Code(vocabulary, layout.Inputs[i]))
                : Number(layout.Inputs[i]));
        }

        return true;
    }

    /// <summary>A target of the row as a number.</summary>
    public T Target(int target) => Number(layout.Targets[target]);

    /// <summary>A target of the row as one of a column's texts.</summary>
    public int TargetCode(Vocabulary vocabulary, int target) => Code(vocabulary, layout.Targets[target]);

    /// <summary>All rows' inputs, with one column for every text of a category.</summary>
    public (T[] Inputs, string[] Names) Finish()
    {
        string[] plain = Array.ConvertAll(layout.Inputs, layout.NameOf);
        if (Array.TrueForAll(vocabularies, vocabulary => vocabulary is null))
        {
            return ([.. inputs], layout.Header.Length == 0 ? [] : plain);
        }

        var sorted = Array.ConvertAll(vocabularies, vocabulary => vocabulary?.Sort());
        string[] names = [.. plain.SelectMany((name, i) => sorted[i]?.Names.Select(text => CsvInputs.NameOf(name, text)) ?? [name])];
        var expanded = new T[checked(inputs.Count / plain.Length * names.Length)];
        int place = 0;
        for (int i = 0; i < inputs.Count; i++)
        {
            if (sorted[i % plain.Length] is { } category)
            {
                expanded[place + category.Places[int.CreateChecked(inputs[i])]] = T.One;
                place += category.Names.Length;
            }
            else
            {
                expanded[place++] = inputs[i];
            }
        }

        return (expanded, names);
    }

    /// <summary>A table has two columns at least: one that has one was written with something else between its fields.</summary>
    private static void RefuseOtherSeparators(ReadOnlySpan<char> field, char separator, string file)
    {
        int place = field.IndexOfAny(";,\t|");
        if (place >= 0)
        {
            string found = field[place] == '\t' ? "a tab" : $"'{field[place]}'";
            throw new InvalidDataException(
                $"{file}: expected fields with '{separator}' between them, but its first line is one field with {found} in it; set Separator to what stands between fields.");
        }
    }

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private T Number(int column)
    {
        var text = records[column];
        return T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out T number) && T.IsFinite(number)
            ? number
            : throw Refused(column, "a finite number");
    }

    private int Code(Vocabulary vocabulary, int column)
    {
        var text = records[column].Trim();
        int code = text.IsEmpty ? -1 : vocabulary.CodeOf(text);
        return code >= 0 ? code : throw Refused(column, text.IsEmpty ? "a name" : vocabulary.Show());
    }

    private InvalidDataException Refused(int column, string expected)
    {
        var text = records[column].Trim();
        string got = text.IsEmpty ? "the field is empty" : $"got '{text}'";
        return new InvalidDataException($"{layout.File}, line {records.Line}, {layout.Show(column)}: expected {expected}, but {got}.");
    }
}
