namespace NetGen;

/// <summary>What a training came to, epoch by epoch.</summary>
/// <param name="epochs">The epochs in order.</param>
/// <param name="best">The best of them.</param>
/// <param name="stoppedEarly">Whether it ended before its last epoch.</param>
/// <param name="findings">What was found wrong; null for nothing.</param>
public sealed class FitHistory(
    IReadOnlyList<EpochResult> epochs, EpochResult? best = null, bool stoppedEarly = false, IReadOnlyList<Finding>? findings = null)
{
    /// <summary>The epochs in order; at least one.</summary>
    public IReadOnlyList<EpochResult> Epochs { get; } = epochs;

    /// <summary>The last epoch.</summary>
    public EpochResult Last => Epochs[^1];

    /// <summary>The best epoch, by what <see cref="FitOptions.Monitor"/> says; the first of several that are equal.</summary>
    public EpochResult Best => best ?? Last;

    /// <summary>Whether <see cref="FitOptions.EarlyStopping"/> ended it.</summary>
    public bool StoppedEarly { get; } = stoppedEarly;

    /// <summary>What <see cref="FitOptions.Watch"/> has found wrong, in order; none where nothing was watched.</summary>
    public IReadOnlyList<Finding> Findings { get; } = findings ?? [];

    /// <summary>Writes the learning curves as comma-separated values: a line of names, and one for each epoch. The same in any culture.</summary>
    /// <param name="writer">Takes lines that end with <c>\n</c>.</param>
    public void WriteCsv(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        CurveTable.Write(writer, Epochs);
    }

    /// <summary>Writes the learning curves to a file, whole or not at all.</summary>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <exception cref="IOException">The file cannot be written; one that exists is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only or a folder, or its folder is not to be written to; nothing has changed.</exception>
    public void SaveCsv(string path) => Weights.AtomicFile.Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, leaveOpen: true);
        WriteCsv(writer);
    });
}
