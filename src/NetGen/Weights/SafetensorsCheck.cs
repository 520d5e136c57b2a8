namespace NetGen.Weights;

/// <summary>Whether a file's tensors are those of a network, and its bytes those of its tensors.</summary>
internal static class SafetensorsCheck
{
    /// <summary>Checks names, shapes and element types.</summary>
    /// <param name="entries">The file's tensors.</param>
    /// <param name="tensors">What is wanted.</param>
    /// <param name="mayHoldMore">Whether the file may hold others; counters of batches it always may.</param>
    /// <exception cref="InvalidDataException">They differ; the message names both sides.</exception>
    public static void RequireTensors(IReadOnlyList<SafetensorsEntry> entries, IReadOnlyList<TensorDescription> tensors, bool mayHoldMore)
    {
        var byName = entries.ToDictionary(entry => entry.Name);
        RequireNames([.. entries.Select(entry => entry.Name)], [.. tensors.Select(tensor => tensor.Name)], mayHoldMore);
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

    /// <summary>
    /// Checks that the tensors follow one another without a gap or an overlap, and have the bytes that their shapes need. Of types that
    /// cannot be read, the size is not known.
    /// </summary>
    /// <returns>The tensors in the order of their bytes.</returns>
    /// <exception cref="InvalidDataException">They do not.</exception>
    public static SafetensorsEntry[] RequireOrder(IReadOnlyList<SafetensorsEntry> entries)
    {
        SafetensorsEntry[] ordered = [.. entries.OrderBy(entry => entry.Start).ThenBy(entry => entry.End)];
        long place = 0;
        foreach (var entry in ordered)
        {
            var end = SafetensorsElements.SizeOf(entry.Type) == 0 ? Math.Max(place, entry.End) : place + SizeOf(entry);
            if (entry.Start != place || entry.End != end)
            {
                throw new InvalidDataException(
                    FormattableString.Invariant($"'{entry.Name}' should be the {end - place} bytes from {place} to {end}, but its offsets are {entry.Start} to {entry.End}."));
            }

            place = entry.End;
        }

        return ordered;
    }

    /// <summary>The bytes that a shape needs; one that no file has is as good as any other.</summary>
    private static Int128 SizeOf(SafetensorsEntry entry) => entry.Shape.Aggregate(
        (Int128)SafetensorsElements.SizeOf(entry.Type), (product, length) => Int128.Min(product * length, long.MaxValue));

    private static void RequireNames(string[] found, string[] wanted, bool mayHoldMore)
    {
        string[] missing = [.. wanted.Except(found)];
        if (missing.Length > 0)
        {
            throw new InvalidDataException(
                $"The file lacks {SafetensorsNames.Show(missing)}: the network has them. It holds {(found.Length == 0 ? "nothing" : SafetensorsNames.Show(found))}.");
        }

        string[] others = [.. found.Except(wanted).Where(name => !SafetensorsNames.IsCounter(name))];
        if (others.Length > 0 && !mayHoldMore)
        {
            throw new InvalidDataException($"The file holds {SafetensorsNames.Show(others)}: the network has no such tensors.");
        }
    }
}
