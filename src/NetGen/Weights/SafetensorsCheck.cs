namespace NetGen.Weights;

/// <summary>Whether a file's tensors are those of a network, and its bytes those of its tensors.</summary>
internal static class SafetensorsCheck
{
    /// <summary>Checks names, shapes and element types.</summary>
    /// <exception cref="InvalidDataException">They differ; the message names both sides.</exception>
    public static void RequireTensors(IReadOnlyList<SafetensorsEntry> entries, IReadOnlyList<TensorDescription> tensors)
    {
        var byName = entries.ToDictionary(entry => entry.Name);
        RequireNone("lacks", tensors.Select(tensor => tensor.Name).Where(name => !byName.ContainsKey(name)), "the network has them");
        RequireNone("holds", byName.Keys.Except(tensors.Select(tensor => tensor.Name)), "the network has no such tensors");
        foreach (var tensor in tensors)
        {
            var entry = byName[tensor.Name];
            if (!entry.Shape.SequenceEqual(tensor.Shape.Select(size => (long)size)))
            {
                throw new InvalidDataException(
                    $"'{tensor.Name}' is [{string.Join(", ", tensor.Shape)}] in the network, but [{string.Join(", ", entry.Shape)}] in the file.");
            }

            if (SafetensorsElements.SizeOf(entry.Type) == 0)
            {
                throw new InvalidDataException(
                    $"'{tensor.Name}' holds elements of type {entry.Type}; expected {SafetensorsElements.Readable}.");
            }
        }
    }

    /// <summary>Checks that the tensors follow one another without a gap or an overlap, and have the bytes that their shapes need.</summary>
    /// <returns>The tensors in the order of their bytes.</returns>
    /// <exception cref="InvalidDataException">They do not.</exception>
    public static SafetensorsEntry[] RequireOrder(IReadOnlyList<SafetensorsEntry> entries)
    {
        SafetensorsEntry[] ordered = [.. entries.OrderBy(entry => entry.Start).ThenBy(entry => entry.End)];
        long place = 0;
        foreach (var entry in ordered)
        {
            long size = entry.Shape.Aggregate((long)SafetensorsElements.SizeOf(entry.Type), (product, length) => product * length);
            if (entry.Start != place || entry.End - entry.Start != size)
            {
                throw new InvalidDataException(
                    $"'{entry.Name}' should be the {size} bytes from {place} to {place + size}, but its offsets are {entry.Start} to {entry.End}.");
            }

            place = entry.End;
        }

        return ordered;
    }

    private static void RequireNone(string verb, IEnumerable<string> names, string reason)
    {
        string list = string.Join(", ", names.Select(name => $"'{name}'"));
        if (list.Length > 0)
        {
            throw new InvalidDataException($"The file {verb} {list}: {reason}.");
        }
    }
}
