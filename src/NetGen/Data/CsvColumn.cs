namespace NetGen;

/// <summary>
/// A column of a CSV file, by its name in the header or by its place: <c>"species"</c>, <c>0</c> for the first, <c>^1</c> for
/// the last. Strings, numbers and indices convert to it.
/// </summary>
public readonly record struct CsvColumn
{
    private readonly string? name;
    private readonly Index place;

    private CsvColumn(string? name, Index place) => (this.name, this.place) = (name, place);

    /// <summary>The column of a name. Capital letters count.</summary>
    public static implicit operator CsvColumn(string name) => Named(name);

    /// <summary>The column of a place, from 0.</summary>
    public static implicit operator CsvColumn(int place) => At(place);

    /// <summary>The column of a place: <c>^1</c> is the last.</summary>
    public static implicit operator CsvColumn(Index place) => At(place);

    /// <summary>The column of a name. Capital letters count.</summary>
    public static CsvColumn Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(name, default);
    }

    /// <summary>The column of a place: from 0, or <c>^1</c> for the last.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0.</exception>
    public static CsvColumn At(Index place) => new(null, place);

    /// <summary>The name in quotes, or the place.</summary>
    public override string ToString() => name is null ? $"{place}" : $"'{name}'";

    /// <summary>The column's place in a file.</summary>
    /// <param name="file">What the file is called, for the message.</param>
    /// <param name="header">The names of the columns; empty if the file has none.</param>
    /// <param name="count">The number of columns.</param>
    /// <exception cref="ArgumentException">There is no such column, or several have its name.</exception>
    internal int Find(string file, IReadOnlyList<string> header, int count)
    {
        if (name is null)
        {
            int offset = place.GetOffset(count);
            return (uint)offset < (uint)count
                ? offset
                : throw new ArgumentException($"{file} has {Counted.Of(count, "column")}, but none at {place}.");
        }

        string wanted = name;
        int[] found = [.. Enumerable.Range(0, header.Count).Where(column => header[column] == wanted)];
        return found switch
        {
            [int only] => only,
            [] when header.Count == 0 => throw new ArgumentException($"{file} is read without a header, so that its columns have no names, but '{wanted}' was asked for."),
            [] => throw new ArgumentException($"{file} has no column '{wanted}'; it has {string.Join(", ", header)}."),
            _ => throw new ArgumentException($"{file} has {found.Length} columns '{wanted}': name it by its place, {string.Join(" or ", found)}."),
        };
    }
}
