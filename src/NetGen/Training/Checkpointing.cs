namespace NetGen;

/// <summary>
/// Writes all that a training consists of to a file as it goes: parameters, the optimizer's state, the place among epochs, steps and
/// shuffled samples, schedules, early stopping and the history. A crash at any moment leaves the old file or the new one whole, and
/// weights that are infinite or not a number are never written: the training ends with a <see cref="TrainingDivergedException"/> before.
/// A training that goes on from the file comes to the same weights and history, to the bit, as one that was never interrupted.
/// </summary>
/// <remarks>A user's own function of a schedule must give the same rates again; the data must be the same.</remarks>
public sealed record Checkpointing
{
    /// <summary>Says where to.</summary>
    /// <param name="path">
    /// The file; one that exists is gone on from, or with <see cref="Resume"/> off replaced. Folders that are missing are made. A
    /// relative path is taken from the directory that is the current one now, whichever is so later.
    /// </param>
    /// <exception cref="ArgumentException">It is empty, or ends as the path of a folder.</exception>
    public Checkpointing(string path)
    {
        FullPath = FileAt(path, nameof(path));
        Path = path;
    }

    /// <summary>The file, as it was given.</summary>
    public string Path { get; }

    /// <summary>Epochs from one checkpoint to the next, at least 1. The last epoch always ends with one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public int EveryEpochs
    {
        get;
        init => field = ArgumentCheck.AtLeast(1, value, nameof(EveryEpochs));
    } = 1;

    /// <summary>Updates from one checkpoint to the next, at least 1, besides those at the ends of epochs; null for none within epochs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public long? EverySteps
    {
        get;
        init => field = value is { } steps ? ArgumentCheck.AtLeast(1, steps, nameof(EverySteps)) : null;
    }

    /// <summary>Whether a training goes on from the file, where it exists. One that has come to its end is not trained again.</summary>
    public bool Resume { get; init; } = true;

    /// <summary>
    /// A file for a checkpoint of the best epoch so far, as whole as the other; null for none. As from any checkpoint, the network's
    /// <c>Load</c> reads its weights. A relative path is taken from the directory that is the current one now.
    /// </summary>
    /// <exception cref="ArgumentException">It is set to an empty path, or to one that ends as that of a folder.</exception>
    public string? BestPath
    {
        get;
        init
        {
            FullBestPath = value is null ? null : FileAt(value, nameof(BestPath));
            field = value;
        }
    }

    /// <summary>Where <see cref="Path"/> is.</summary>
    internal string FullPath { get; }

    /// <summary>Where <see cref="BestPath"/> is.</summary>
    internal string? FullBestPath { get; private init; }

    private static string FileAt(string path, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(path, name);
        string full = System.IO.Path.GetFullPath(path);
        return System.IO.Path.GetFileName(full).Length > 0
            ? full
            : throw new ArgumentException($"Expected the path of a file, but '{path}' is that of a folder.", name);
    }
}
