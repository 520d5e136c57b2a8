namespace ThreeWays;

/// <summary>The flowers that come with this program; CREDIT.md says whose they are.</summary>
internal static class IrisData
{
    private const string File = "iris.csv";
    private const double TrainingShare = 0.8;
    private const int Seed = 1;

    /// <summary>Reads all flowers; each species is divided in the same way.</summary>
    public static (Dataset<double> Train, Dataset<double> Test) Load()
    {
        using var text = typeof(IrisData).Assembly.GetManifestResourceStream(File)!;
        var options = new CsvOptions { HasHeader = false, SkippedLines = 1 };
        var (train, test) = Csv.ReadLabeled<double>(text, File, label: ^1, options).Split(TrainingShare, Seed, stratified: true);
        var scaler = Scaler.Standardize(train);
        return (scaler.Apply(train), scaler.Apply(test));
    }
}
