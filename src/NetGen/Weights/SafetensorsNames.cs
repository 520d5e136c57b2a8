namespace NetGen.Weights;

/// <summary>The names of a safetensors file's tensors.</summary>
internal static class SafetensorsNames
{
    private const int MostShown = 8;

    /// <summary>Whether a tensor is PyTorch's count of the batches that a normalization has seen. Averages with a momentum do not need it.</summary>
    public static bool IsCounter(string name) => name.EndsWith(".num_batches_tracked", StringComparison.Ordinal);

    /// <summary>The entries under other names.</summary>
    /// <param name="entries">The file's.</param>
    /// <param name="rename">The new name of each; counters keep theirs.</param>
    /// <exception cref="InvalidDataException">Two get one name.</exception>
    public static IReadOnlyList<SafetensorsEntry> Change(IReadOnlyList<SafetensorsEntry> entries, Func<string, string> rename)
    {
        var origins = new Dictionary<string, string>();
        return [.. entries.Select(entry => entry with { Name = Take(entry.Name) })];

        string Take(string name)
        {
            string changed = IsCounter(name) ? name : rename(name);
            return origins.TryAdd(changed, name)
                ? changed
                : throw new InvalidDataException($"Expected a name of its own for each tensor, but '{origins[changed]}' and '{name}' are both renamed to '{changed}'.");
        }
    }

    /// <summary>The first of some names, for messages.</summary>
    public static string Show(IReadOnlyCollection<string> names)
    {
        string shown = string.Join(", ", names.Take(MostShown).Select(name => $"'{name}'"));
        return names.Count > MostShown ? $"{shown} and {names.Count - MostShown} more" : shown;
    }
}
