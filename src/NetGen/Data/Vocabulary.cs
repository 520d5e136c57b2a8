using System.Globalization;

namespace NetGen;

/// <summary>The different texts of a column, each with a number.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly bool isClosed;

    /// <param name="names">The texts that there are, in their order; null to take those that come.</param>
    /// <exception cref="ArgumentException">Two of them are the same.</exception>
    public Vocabulary(IReadOnlyList<string>? names)
    {
        lookup = codes.GetAlternateLookup<ReadOnlySpan<char>>();
        isClosed = names is not null;
        foreach (string name in names ?? [])
        {
            if (!codes.TryAdd(name, codes.Count))
            {
                throw new ArgumentException($"Expected names that differ, but two are '{name}'.", nameof(names));
            }
        }
    }

    /// <summary>The texts, by their numbers.</summary>
    private IEnumerable<string> Names => codes.OrderBy(code => code.Value).Select(code => code.Key);

    /// <summary>What is expected of a text, for messages.</summary>
    public string Show() => codes.Count == 0 ? "one of no names, as the options give none" : $"one of {string.Join(", ", Names)}";

    /// <summary>The number of a text: for the time being in the order of their coming, unless the texts were given.</summary>
    /// <returns>Below 0 if it is none of those that were given.</returns>
    public int CodeOf(ReadOnlySpan<char> text)
    {
        if (!lookup.TryGetValue(text, out int code))
        {
            code = isClosed ? -1 : codes.Count;
            if (!isClosed)
            {
                codes.Add(text.ToString(), code);
            }
        }

        return code;
    }

    /// <summary>
    /// Puts the texts into their final order, which does not depend on that of the rows: as numbers if all are, else by characters.
    /// Texts that were given stay as they are.
    /// </summary>
    /// <returns>The final names, and for each number so far the final one.</returns>
    public (string[] Names, int[] Places) Sort()
    {
        string[] names = [.. Names];
        int[] order = [.. Enumerable.Range(0, names.Length)];
        if (!isClosed)
        {
            double[] numbers = Array.ConvertAll(names, NumberOrNaN);
            bool areNumbers = !Array.Exists(numbers, double.IsNaN);
            Array.Sort(order, (a, b) => areNumbers && numbers[a] != numbers[b]
                ? numbers[a].CompareTo(numbers[b])
                : string.CompareOrdinal(names[a], names[b]));
        }

        int[] places = new int[order.Length];
        for (int place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        return (Array.ConvertAll(order, code => names[code]), places);
    }

    private static double NumberOrNaN(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;
}
