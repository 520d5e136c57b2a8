using NetGen.Weights;

namespace NetGen;

/// <summary>A trainer in a safetensors file: parameters, the optimizer's buffers behind a prefix, numbers among the notes.</summary>
internal static class TrainerFile
{
    private const string Format = "netgen-trainer-1";

    /// <summary>Whether a file is one of these.</summary>
    public static bool IsTrainer(SafetensorsHeader header) => header.Metadata.TryGetValue("format", out string? format) && format == Format;

    /// <summary>Writes a trainer, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="trainer">What is written.</param>
    /// <param name="notes">What else there is to note; the trainer's own are added.</param>
    /// <param name="others">Stores besides the trainer's.</param>
    public static void Save<T>(string path, Trainer<T> trainer, Dictionary<string, string> notes, IReadOnlyList<StorePart<T>> others)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        notes["format"] = Format;
        notes["precision"] = typeof(T).Name;
        foreach (var (name, value) in trainer.Fingerprint)
        {
            notes.Add(name, value);
        }

        var parts = Exchange(trainer, Notes.Way.Save, notes);
        AtomicFile.Write(path, stream => Safetensors.Save(stream, [.. parts, .. others], notes));
    }

    /// <summary>Reads a trainer; all of it is checked before anything changes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="trainer">What is given its state.</param>
    /// <param name="others">From the notes, the stores besides the trainer's; refuses notes that do not fit.</param>
    /// <returns>The notes.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or of another kind; nothing has changed.</exception>
    public static Dictionary<string, string> Load<T>(
        string path, Trainer<T> trainer, Func<Dictionary<string, string>, IReadOnlyList<StorePart<T>>> others)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            Dictionary<string, string> notes = [];
            Safetensors.Load<T>(stream, header =>
            {
                notes = new(header.Metadata);
                RequireNote(notes, "format", Format);
                RequireNote(notes, "precision", typeof(T).Name);
                RequireNotes(notes, trainer.Fingerprint);
                var more = others(notes);
                return [.. Exchange(trainer, Notes.Way.Check, notes), .. more];
            });
            Exchange(trainer, Notes.Way.Restore, notes);
            return notes;
        }
        catch (InvalidDataException problem)
        {
            throw new InvalidDataException($"Cannot go on from '{path}'. {problem.Message}", problem);
        }
    }

    /// <summary>Checks notes.</summary>
    /// <exception cref="InvalidDataException">One is missing or differs; the message names both sides.</exception>
    public static void RequireNotes(IReadOnlyDictionary<string, string> notes, IReadOnlyList<(string Name, string Value)> expected)
    {
        foreach (var (name, value) in expected)
        {
            RequireNote(notes, name, value);
        }
    }

    private static void RequireNote(IReadOnlyDictionary<string, string> notes, string name, string expected)
    {
        if (!notes.TryGetValue(name, out string? value) || value != expected)
        {
            throw new InvalidDataException($"Its {name} should be '{expected}', but {(value is null ? "it has none" : $"is '{value}'")}.");
        }
    }

    private static IReadOnlyList<StorePart<T>> Exchange<T>(Trainer<T> trainer, Notes.Way way, Dictionary<string, string> notes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var state = new TrainerState<T>(trainer.Parameters, new Notes(way, notes));
        trainer.Exchange(state);
        return [new StorePart<T>("", trainer.Parameters), .. state.Parts];
    }
}
