namespace Digits;

/// <summary>Draws digits side by side, each over what the network took it for.</summary>
internal static class DigitDrawing
{
    private const string Shades = " .:-=+*#%@";
    private const int CharactersPerPixel = 2; // characters are about twice as high as wide
    private const int Width = DigitData.Side * CharactersPerPixel;
    private const string Gap = "   ";

    /// <summary>Draws one row of digits.</summary>
    public static void Show(IAnsiConsole console, Dataset<float> data, IReadOnlyList<Reading> readings)
    {
        for (int row = 0; row < DigitData.Side; row++)
        {
            console.WriteLine(string.Join(Gap, readings.Select(reading => RowOf(data[reading.Sample], row))).TrimEnd());
        }

        foreach (var reading in readings)
        {
            string padding = reading == readings[^1] ? "" : new string(' ', Width + Gap.Length - Caption(reading).Length);
            console.Markup($"[{(reading.IsRight ? "green" : "red")}]{Caption(reading)}[/]{padding}");
        }

        console.WriteLine();
        console.WriteLine();
    }

    private static string RowOf(ReadOnlySpan<float> pixels, int row)
    {
        var text = new System.Text.StringBuilder(Width);
        foreach (float pixel in pixels.Slice(row * DigitData.Side, DigitData.Side))
        {
            text.Append(Shades[(int)(pixel * (Shades.Length - 1))], CharactersPerPixel);
        }

        return text.ToString();
    }

    private static string Caption(Reading reading) =>
        reading.IsRight ? $"{reading.Label}" : $"{reading.Label}, read as {reading.Prediction} X";
}
