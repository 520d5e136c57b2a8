using System.Globalization;
using System.IO.Compression;

namespace Digits;

/// <summary>The digits that come with this program; CREDIT.md says whose they are.</summary>
internal static class DigitData
{
    /// <summary>The rows and columns of one digit.</summary>
    public const int Side = 8;

    private const int PixelsPerDigit = Side * Side;
    private const float Brightest = 16;
    private const int TestCount = 360;

    /// <summary>Reads all digits; the last 360, by other writers, are for testing.</summary>
    public static (Dataset<float> Train, Dataset<float> Test) Load()
    {
        var pixels = new List<float>();
        var labels = new List<int>();
        foreach (string line in ReadLines())
        {
            int[] numbers = Array.ConvertAll(line.Split(','), text => int.Parse(text, CultureInfo.InvariantCulture));
            pixels.AddRange(numbers.Take(PixelsPerDigit).Select(pixel => pixel / Brightest));
            labels.Add(numbers[PixelsPerDigit]);
        }

        var all = Dataset.Labeled(pixels.ToArray(), labels.ToArray());
        return (all[..^TestCount], all[^TestCount..]);
    }

    private static IEnumerable<string> ReadLines()
    {
        using var packed = typeof(DigitData).Assembly.GetManifestResourceStream("digits.csv.gz")!;
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
