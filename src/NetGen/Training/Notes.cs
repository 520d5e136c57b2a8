using System.Globalization;

namespace NetGen;

/// <summary>
/// Named values on their way to a file's notes or from them. Who has values names each once, for both ways. From notes, a first
/// pass checks that all are there, and a second one sets them: so that nothing changes where one is missing.
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

    /// <summary>Whether values are being set.</summary>
    public bool IsRestoring => way == Way.Restore;

    /// <summary>A number; "R" writes the shortest text that reads back as the same bits.</summary>
    public void Value(string name, ref double value)
    {
        string text = Text(name, value.ToString("R", CultureInfo.InvariantCulture));
        Take(name, text, double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double read), read, ref value);
    }

    /// <summary>A whole number.</summary>
    public void Value(string name, ref long value)
    {
        string text = Text(name, value.ToString(CultureInfo.InvariantCulture));
        Take(name, text, long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long read), read, ref value);
    }

    /// <summary>Numbers, of any count.</summary>
    public void Values(string name, ref double[] values)
    {
        string text = Text(name, string.Join(' ', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var read = new double[words.Length];
        bool areNumbers = true;
        for (int i = 0; i < words.Length; i++)
        {
            areNumbers &= double.TryParse(words[i], NumberStyles.Float, CultureInfo.InvariantCulture, out read[i]);
        }

        Take(name, text, areNumbers, read, ref values);
    }

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

    private void Take<T>(string name, string text, bool isValid, T read, ref T value)
    {
        if (!isValid)
        {
            throw new InvalidDataException($"Its '{name}' should be a number, but is '{text}'.");
        }

        value = way == Way.Restore ? read : value;
    }
}
