using System.Globalization;

namespace NetGen;

/// <summary>
/// Named values on their way to a file's notes or from them. Who has values names each once, for both ways: it gets back what it gave,
/// or what the file has, and takes that over where <see cref="IsRestoring"/>. From notes, a first pass checks that all are there and
/// make sense, and a second one hands them over: so that nothing changes where one does not.
/// </summary>
internal sealed class Notes(Notes.Way way, IDictionary<string, string> texts)
{
    /// <summary>Where values go.</summary>
    public enum Way
    {
        Save,
        Check,
        Restore,
    }

    /// <summary>Whether values are to be taken over.</summary>
    public bool IsRestoring => way == Way.Restore;

    /// <summary>A number, or none.</summary>
    public double Value(string name, double value) => Number(name, value, static _ => true, "a number");

    /// <summary>A number that is finite.</summary>
    public double Finite(string name, double value) => Number(name, value, double.IsFinite, "a finite number");

    /// <summary>A number that is finite and not negative.</summary>
    public double NotNegative(string name, double value) =>
        Number(name, value, static read => double.IsFinite(read) && read >= 0, "a finite number that is not negative");

    /// <summary>A whole number.</summary>
    public long Whole(string name, long value) => Number(name, value, long.MinValue, long.MaxValue, "a whole number");

    /// <summary>A whole number from 0 to another.</summary>
    public long Count(string name, long value, long most = long.MaxValue) =>
        Number(name, value, 0, most, most == long.MaxValue ? "a whole number that is not negative" : $"a whole number from 0 to {most.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Numbers, a multiple of so many.</summary>
    public double[] Values(string name, double[] values, int width = 1)
    {
        string text = Text(name, string.Join(' ', values.Select(ToText)));
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var read = new double[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            if (!TryParse(words[i], out read[i]))
            {
                throw Refused(name, "numbers", $"has '{words[i]}'");
            }
        }

        return read.Length % width == 0 ? read : throw Refused(name, $"a multiple of {width} numbers", $"has {read.Length}");
    }

    private double Number(string name, double value, Predicate<double> isGood, string expected)
    {
        string text = Text(name, ToText(value));
        return TryParse(text, out double read) && isGood(read) ? read : throw Refused(name, expected, $"is '{text}'");
    }

    private long Number(string name, long value, long least, long most, string expected)
    {
        string text = Text(name, value.ToString(CultureInfo.InvariantCulture));
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long read) && read >= least && read <= most
            ? read
            : throw Refused(name, expected, $"is '{text}'");
    }

    /// <summary>"R" writes the shortest text that reads back as the same bits.</summary>
    private static string ToText(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static bool TryParse(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private string Text(string name, string text)
    {
        if (way == Way.Save)
        {
            texts.Add(name, text);
            return text;
        }

        return texts.TryGetValue(name, out string? saved)
            ? saved
            : throw new InvalidDataException($"It lacks '{name}': it is of another kind of training, or holds weights alone.");
    }

    private static InvalidDataException Refused(string name, string expected, string got) => new($"Its '{name}' should be {expected}, but {got}.");
}
