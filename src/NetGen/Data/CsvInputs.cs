namespace NetGen;

/// <summary>The inputs of one file found again among the columns of another.</summary>
internal static class CsvInputs
{
    /// <summary>Finds the columns that give inputs of known names.</summary>
    /// <param name="file">What the file is called, for the message.</param>
    /// <param name="columns">The columns to choose from, with their names: of a category, what comes before each text.</param>
    /// <param name="names">The names, as datasets have them.</param>
    /// <returns>The columns in the order of the names, each with its texts; null for one of numbers.</returns>
    /// <exception cref="ArgumentException">A name is no column's.</exception>
    public static List<(int Column, List<string>? Texts)> Find(
        string file, IReadOnlyList<(int Column, string Name, bool IsCategory)> columns, IReadOnlyList<string> names)
    {
        var found = new List<(int Column, List<string>? Texts)>();
        var free = columns.ToList();
        foreach (string name in names)
        {
            int place = free.FindIndex(column => !column.IsCategory && column.Name == name);
            if (place < 0 && found is [.., (int last, { } texts)]
                && TextOf(name, columns.First(column => column.Column == last).Name) is { } next && !texts.Contains(next))
            {
                texts.Add(next);
                continue;
            }

            place = place >= 0 ? place : free.FindIndex(column => column.IsCategory && TextOf(name, column.Name) is not null);
            if (place < 0)
            {
                throw new ArgumentException(
                    $"{file} has no column for the input '{name}' of InputNames; it has {string.Join(", ", columns.Select(Show))}.");
            }

            found.Add((free[place].Column, free[place].IsCategory ? [TextOf(name, free[place].Name)!] : null));
            free.RemoveAt(place);
        }

        return found;
    }

    /// <summary>An input's name, for a text of a category.</summary>
    public static string NameOf(string category, string text) => $"{category}={text}";

    /// <summary>Whether two names of inputs say that they are texts of one category.</summary>
    public static bool AreCategoriesOfOne(string first, string second) =>
        first.IndexOf('=') is > 0 and int end && second.StartsWith(first[..(end + 1)], StringComparison.Ordinal);

    private static string? TextOf(string name, string category) =>
        name.StartsWith(NameOf(category, ""), StringComparison.Ordinal) ? name[NameOf(category, "").Length..] : null;

    private static string Show((int Column, string Name, bool IsCategory) column) =>
        column.IsCategory ? $"{column.Name} with its categories" : column.Name;
}
