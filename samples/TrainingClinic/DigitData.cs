namespace TrainingClinic;

/// <summary>The digits of the sample Digits; its CREDIT.md says whose they are. Pixels are 0 to 16.</summary>
internal static class DigitData
{
    private const string File = "digits.csv.gz";
    private const int TestCount = 360;

    /// <summary>Reads all digits; the last 360, by other writers, are for testing.</summary>
    public static (Dataset<float> Train, Dataset<float> Test) Load()
    {
        using var packed = typeof(DigitData).Assembly.GetManifestResourceStream(File)!;
        var all = Csv.ReadLabeled<float>(packed, File, label: ^1, new CsvOptions { HasHeader = false });
        return (all[..^TestCount], all[^TestCount..]);
    }
}
