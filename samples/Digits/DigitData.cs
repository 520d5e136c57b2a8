namespace Digits;

/// <summary>The digits that come with this program; CREDIT.md says whose they are.</summary>
internal static class DigitData
{
    /// <summary>The rows and columns of one digit.</summary>
    public const int Side = 8;

    private const string File = "digits.csv.gz";
    private const int PixelsPerDigit = Side * Side;
    private const float Brightest = 16;
    private const int TestCount = 360;

    /// <summary>Reads all digits; the last 360, by other writers, are for testing.</summary>
    public static (Dataset<float> Train, Dataset<float> Test) Load()
    {
        using var packed = typeof(DigitData).Assembly.GetManifestResourceStream(File)!;
        var raw = Csv.ReadLabeled<float>(packed, File, label: ^1, new CsvOptions { HasHeader = false });
        var brightness = new Scaler<float>(new float[PixelsPerDigit], [.. Enumerable.Repeat(1 / Brightest, PixelsPerDigit)]);
        var all = brightness.Apply(raw);
        return (all[..^TestCount], all[^TestCount..]);
    }
}
