using System.Text;

namespace NetGen;

/// <summary>
/// Reads datasets from CSV files as RFC 4180 describes them: one sample a line, numbers with a decimal point whatever the
/// culture, fields in quotes where they hold a separator, a quote or a line end. Files are UTF-8.
/// </summary>
/// <remarks>
/// Nothing is guessed: a missing value, a field that is no finite number and a row of another length are refused, with the line
/// and the column. Files whose names end in <c>.gz</c> are unpacked on the way; one that is cut off is refused.
/// </remarks>
public static class Csv
{
    private static readonly CsvOptions Defaults = new();

    // With its mark, since a reader that finds one by itself goes on with an encoding that takes any bytes.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>Reads samples with labels.</summary>
    /// <typeparam name="T">The network's element type.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="label">
    /// The column of the class, text or number. Its different texts become <see cref="Dataset.ClassNames"/>, sorted (see
    /// <see cref="CsvOptions.ClassNames"/>), and each sample's label is its text's place among them.
    /// </param>
    /// <param name="options">How the file is read; null for the defaults.</param>
    /// <exception cref="InvalidDataException">The file does not hold what was expected; the message names the line and the column.</exception>
    /// <exception cref="ArgumentException">A column is not there, or is asked for twice.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is not to be read, or is a folder.</exception>
    public static Dataset<T> ReadLabeled<T>(string path, CsvColumn label, CsvOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var reader = ReaderOf(DataFile.Open(path), leaveOpen: false);
        return Labeled<T>(reader, path, label, options ?? Defaults);
    }

    /// <summary>Reads samples with labels from a stream, such as an embedded resource's.</summary>
    /// <typeparam name="T">The network's element type.</typeparam>
    /// <param name="stream">The text; it stays open.</param>
    /// <param name="name">What it is called, for messages; at the end of <c>.gz</c> it is unpacked.</param>
    /// <param name="label">The column of the class, as for a file.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    /// <exception cref="InvalidDataException">It does not hold what was expected; the message names the line and the column.</exception>
    /// <exception cref="ArgumentException">A column is not there, or is asked for twice.</exception>
    public static Dataset<T> ReadLabeled<T>(Stream stream, string name, CsvColumn label, CsvOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        using var reader = ReaderOf(DataFile.Unpack(stream, name, leaveOpen: true), leaveOpen: true);
        return Labeled<T>(reader, name, label, options ?? Defaults);
    }

    /// <summary>Reads samples with the values that their outputs should have.</summary>
    /// <typeparam name="T">The network's element type.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="targets">The columns of the values, in the order of the outputs.</param>
    /// <param name="options">How the file is read; null for the defaults.</param>
    /// <exception cref="InvalidDataException">The file does not hold what was expected; the message names the line and the column.</exception>
    /// <exception cref="ArgumentException">A column is not there, or is asked for twice.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is not to be read, or is a folder.</exception>
    public static Dataset<T> ReadValued<T>(string path, IReadOnlyList<CsvColumn> targets, CsvOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(targets);
        using var reader = ReaderOf(DataFile.Open(path), leaveOpen: false);
        return Valued<T>(reader, path, targets, options ?? Defaults);
    }

    /// <summary>Reads samples with the values that their outputs should have from a stream, such as an embedded resource's.</summary>
    /// <typeparam name="T">The network's element type.</typeparam>
    /// <param name="stream">The text; it stays open.</param>
    /// <param name="name">What it is called, for messages; at the end of <c>.gz</c> it is unpacked.</param>
    /// <param name="targets">The columns of the values, in the order of the outputs.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    /// <exception cref="InvalidDataException">It does not hold what was expected; the message names the line and the column.</exception>
    /// <exception cref="ArgumentException">A column is not there, or is asked for twice.</exception>
    public static Dataset<T> ReadValued<T>(Stream stream, string name, IReadOnlyList<CsvColumn> targets, CsvOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(targets);
        using var reader = ReaderOf(DataFile.Unpack(stream, name, leaveOpen: true), leaveOpen: true);
        return Valued<T>(reader, name, targets, options ?? Defaults);
    }

    private static StreamReader ReaderOf(Stream stream, bool leaveOpen) =>
        new(stream, Utf8, detectEncodingFromByteOrderMarks: true, leaveOpen: leaveOpen);

    private static Dataset<T> Labeled<T>(TextReader reader, string name, CsvColumn label, CsvOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var table = new CsvTable<T>(reader, name, [label], options);
        var classes = new Vocabulary(options.ClassNames);
        var codes = new List<int>();
        while (table.Next())
        {
            codes.Add(table.TargetCode(classes, 0));
        }

        var (classNames, places) = classes.Sort();
        int[] labels = [.. codes.Select(code => places[code])];
        var (inputs, inputNames) = table.Finish();
        return new Dataset<T>(inputs, labels, default, labels.Length, inputs.Length / labels.Length, 0, new(inputNames, [], classNames));
    }

    private static Dataset<T> Valued<T>(TextReader reader, string name, IReadOnlyList<CsvColumn> columns, CsvOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var table = new CsvTable<T>(reader, name, columns, options);
        var targets = new List<T>();
        while (table.Next())
        {
            for (int target = 0; target < columns.Count; target++)
            {
                targets.Add(table.Target(target));
            }
        }

        var (inputs, inputNames) = table.Finish();
        int count = targets.Count / columns.Count;
        return new Dataset<T>(inputs, default, targets.ToArray(), count, inputs.Length / count, columns.Count, new(inputNames, table.TargetNames, []));
    }
}
