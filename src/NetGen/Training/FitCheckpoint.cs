using NetGen.Weights;

namespace NetGen;

/// <summary>The file of a training that goes on after an interruption.</summary>
/// <param name="settings">Where and how often.</param>
/// <param name="trainer">What is training.</param>
/// <param name="fingerprint">What must be the same in a file for the training to go on from it, besides the network.</param>
/// <param name="bestWeights">The weights of the best epoch; null where they are not kept.</param>
internal sealed class FitCheckpoint<T>(
    Checkpointing settings, Trainer<T> trainer, IReadOnlyList<(string Name, string Value)> fingerprint, TensorStore<T>? bestWeights)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const string BestPrefix = "best.";
    private const string HasBest = "best weights";

    public bool IsDueAfterStep(long steps) => settings.EverySteps is { } every && steps % every == 0;

    public bool IsDueAfterEpoch(int epoch) => epoch % settings.EveryEpochs == 0;

    /// <summary>Goes on from the file where there is one, and clears away what a crash may have left beside it.</summary>
    /// <param name="exchange">Names all values besides the trainer's.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or of another training; nothing has changed.</exception>
    public void Resume(Action<Notes> exchange)
    {
        foreach (string? path in (string?[])[settings.FullPath, settings.FullBestPath])
        {
            if (path is not null)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                AtomicFile.DeleteLeftovers(path);
            }
        }

        if (!settings.Resume || !File.Exists(settings.FullPath))
        {
            return;
        }

        exchange(new Notes(Notes.Way.Restore, Load(exchange)));
    }

    /// <summary>Writes the file.</summary>
    /// <param name="exchange">Names all values besides the trainer's.</param>
    /// <param name="progress">Where the training is.</param>
    public void Save(Action<Notes> exchange, FitProgress progress) => Save(settings.FullPath, exchange, progress);

    /// <summary>Writes the file of the best, where one is wanted.</summary>
    /// <param name="exchange">Names all values besides the trainer's.</param>
    /// <param name="progress">Where the training is.</param>
    public void SaveBest(Action<Notes> exchange, FitProgress progress)
    {
        if (settings.FullBestPath is { } path)
        {
            Save(path, exchange, progress);
        }
    }

    private Dictionary<string, string> Load(Action<Notes> exchange)
    {
        try
        {
            return TrainerFile.Load(settings.FullPath, trainer, found =>
            {
                Require(found);
                exchange(new Notes(Notes.Way.Check, found));
                return found[HasBest] == "yes" ? [new StorePart<T>(BestPrefix, bestWeights!)] : [];
            });
        }
        catch (InvalidDataException problem)
        {
            throw new InvalidDataException($"{problem.Message} A Checkpointing with Resume = false begins anew, and replaces the file.", problem);
        }
    }

    private void Save(string path, Action<Notes> exchange, FitProgress progress)
    {
        var notes = new Dictionary<string, string>();
        foreach (var (name, value) in fingerprint)
        {
            notes.Add(name, value);
        }

        bool hasBest = bestWeights is not null && progress.Best.Epoch > 0;
        notes.Add(HasBest, hasBest ? "yes" : "no");
        exchange(new Notes(Notes.Way.Save, notes));
        TrainerFile.Save(path, trainer, notes, hasBest ? [new StorePart<T>(BestPrefix, bestWeights!)] : []);
    }

    private void Require(Dictionary<string, string> notes)
    {
        TrainerFile.RequireNotes(notes, fingerprint);
        string? has = notes.GetValueOrDefault(HasBest);
        if (has != "no" && (has != "yes" || bestWeights is null))
        {
            throw new InvalidDataException($"Its {HasBest} should be 'no'{(bestWeights is null ? "" : " or 'yes'")}, but {(has is null ? "it has none" : $"is '{has}'")}.");
        }
    }
}
