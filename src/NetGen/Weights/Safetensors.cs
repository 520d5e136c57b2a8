using System.Buffers.Binary;

namespace NetGen.Weights;

/// <summary>
/// Saves and loads parameters as safetensors (https://github.com/huggingface/safetensors), which PyTorch and others read and
/// write: the length of a header in 8 bytes, the header in JSON, then the tensors row-major and little-endian, under PyTorch's names.
/// </summary>
public static class Safetensors
{
    private const int LengthSize = sizeof(ulong);
    private const int LargestHeader = 100_000_000; // The format's own limit.
    private const int ChunkLength = 8192; // Elements converted at once: a few tens of kilobytes, which stay in the cache.

    /// <summary>Saves parameters to a file, whole or not at all: a crash leaves the old file or the new one.</summary>
    /// <typeparam name="T">The element type: float is written as F32, double as F64.</typeparam>
    /// <param name="path">
    /// The file; one that exists is replaced, with the same permissions. Of a link, what it leads to is; a pipe or a device is written
    /// to as it is.
    /// </param>
    /// <param name="parameters">What is saved.</param>
    /// <param name="metadata">Notes to go with them, or null.</param>
    /// <exception cref="IOException">The file cannot be written; one that exists is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only or a folder, or its folder is not to be written to; nothing has changed.</exception>
    public static void Save<T>(string path, TensorStore<T> parameters, IReadOnlyDictionary<string, string>? metadata = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        AtomicFile.Write(path, stream => Save(stream, parameters, metadata));

    /// <summary>Saves parameters to a stream.</summary>
    /// <typeparam name="T">The element type: float is written as F32, double as F64.</typeparam>
    /// <param name="stream">Takes the bytes; it stays open.</param>
    /// <param name="parameters">What is saved.</param>
    /// <param name="metadata">Notes to go with them, or null.</param>
    public static void Save<T>(Stream stream, TensorStore<T> parameters, IReadOnlyDictionary<string, string>? metadata = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Save(stream, [new StorePart<T>("", parameters)], metadata ?? new Dictionary<string, string>());

    /// <summary>Loads parameters from a file. All of it is checked before anything changes.</summary>
    /// <typeparam name="T">The element type. Files of F16, BF16, F32 and F64 are read; wider elements are rounded to the nearest.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="parameters">
    /// What is filled; the file holds exactly its tensors, or is a checkpoint of a training that has them. PyTorch's
    /// <c>num_batches_tracked</c>, which nothing here needs, is passed over.
    /// </param>
    /// <param name="rename">The network's name of a tensor for the file's, such as <c>dense1.weight</c> for <c>0.weight</c>; null where they are the same.</param>
    /// <returns>The notes that were saved with them.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or is another network's; nothing has changed.</exception>
    /// <exception cref="IOException">The file cannot be read; nothing has changed.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is not to be read, or is a folder; nothing has changed.</exception>
    public static IReadOnlyDictionary<string, string> Load<T>(string path, TensorStore<T> parameters, Func<string, string>? rename = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            return Load(stream, parameters, rename);
        }
        catch (InvalidDataException problem)
        {
            throw new InvalidDataException($"Cannot load '{path}'. {problem.Message}", problem);
        }
    }

    /// <summary>Loads parameters from a stream, up to its end. All of it is checked before anything changes.</summary>
    /// <typeparam name="T">The element type. Streams of F16, BF16, F32 and F64 are read; wider elements are rounded to the nearest.</typeparam>
    /// <param name="stream">Gives the bytes; it stays open.</param>
    /// <param name="parameters">What is filled, as from a file.</param>
    /// <param name="rename">The network's name of a tensor for the stream's; null where they are the same.</param>
    /// <returns>The notes that were saved with them.</returns>
    /// <exception cref="InvalidDataException">The content is damaged, or is another network's; nothing has changed.</exception>
    public static IReadOnlyDictionary<string, string> Load<T>(Stream stream, TensorStore<T> parameters, Func<string, string>? rename = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Load<T>(stream, _ => [new StorePart<T>("", parameters)], TrainerFile.IsTrainer, rename).Metadata;

    /// <summary>Saves several stores to a stream.</summary>
    internal static void Save<T>(Stream stream, IReadOnlyList<StorePart<T>> parts, IReadOnlyDictionary<string, string> metadata)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        byte[] header = new SafetensorsHeader(Place<T>([.. parts.SelectMany(part => part.Tensors)]), metadata).Format();
        Span<byte> length = stackalloc byte[LengthSize];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (var part in parts)
        {
            foreach (var tensor in part.Store.Tensors)
            {
                WriteElements<T>(stream, part.Store.ToArray(tensor.Name));
            }
        }
    }

    /// <summary>Loads several stores from a stream, up to its end. All of it is checked before anything changes.</summary>
    /// <param name="stream">Gives the bytes; it stays open.</param>
    /// <param name="choose">Looks at the header, refuses what it does not like, and says what is filled.</param>
    /// <param name="mayHoldMore">Says from the header whether tensors that nobody asked for are left out; null for never.</param>
    /// <param name="rename">The name that a tensor is asked for by; null for the stream's own.</param>
    /// <exception cref="InvalidDataException">The content is damaged, or has other tensors; nothing has changed.</exception>
    internal static SafetensorsHeader Load<T>(
        Stream stream,
        Func<SafetensorsHeader, IReadOnlyList<StorePart<T>>> choose,
        Func<SafetensorsHeader, bool>? mayHoldMore = null,
        Func<string, string>? rename = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var header = ReadHeader(stream);
        header = rename is null ? header : header with { Entries = SafetensorsNames.Change(header.Entries, rename) };
        var parts = choose(header);
        var owners = parts.SelectMany(part => part.Tensors, (part, tensor) => (part, tensor.Name)).ToDictionary(each => each.Name, each => each.part);
        SafetensorsCheck.RequireTensors(header.Entries, [.. parts.SelectMany(part => part.Tensors)], mayHoldMore?.Invoke(header) == true);
        var tensors = new Dictionary<string, T[]>();
        foreach (var entry in SafetensorsCheck.RequireOrder(header.Entries))
        {
            if (owners.ContainsKey(entry.Name))
            {
                tensors.Add(entry.Name, ReadElements<T>(stream, entry));
            }
            else
            {
                PassOver(stream, entry);
            }
        }

        if (stream.ReadByte() >= 0)
        {
            throw new InvalidDataException("Bytes follow the last tensor.");
        }

        foreach (var (name, elements) in tensors)
        {
            owners[name].Store.Write(owners[name].NameWithin(name), elements);
        }

        return header;
    }

    private static List<SafetensorsEntry> Place<T>(IReadOnlyList<TensorDescription> tensors)
    {
        string type = SafetensorsElements.TypeOf<T>();
        long place = 0;
        var entries = new List<SafetensorsEntry>(tensors.Count);
        foreach (var tensor in tensors)
        {
            long end = place + (long)tensor.Length * SafetensorsElements.SizeOf(type);
            entries.Add(new(tensor.Name, type, [.. tensor.Shape.Select(size => (long)size)], place, end));
            place = end;
        }

        return entries;
    }

    private static SafetensorsHeader ReadHeader(Stream stream)
    {
        Span<byte> start = stackalloc byte[LengthSize];
        Read(stream, start, "the header's length");
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(start);
        if (length > LargestHeader)
        {
            throw new InvalidDataException($"This is no safetensors file: its header would have {length} bytes; expected at most {LargestHeader}.");
        }

        // A damaged length must not take memory that no file of this length fills.
        if (stream.CanSeek && (long)length > stream.Length - stream.Position)
        {
            throw new InvalidDataException($"The file ends within the header: expected {length} more bytes, but got {stream.Length - stream.Position}.");
        }

        byte[] header = new byte[length];
        Read(stream, header, "the header");
        return SafetensorsHeader.Parse(header);
    }

    private static void WriteElements<T>(Stream stream, ReadOnlySpan<T> elements)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int size = SafetensorsElements.SizeOf(SafetensorsElements.TypeOf<T>());
        byte[] chunk = new byte[size * Math.Min(ChunkLength, elements.Length)];
        for (int start = 0; start < elements.Length; start += ChunkLength)
        {
            int count = Math.Min(ChunkLength, elements.Length - start);
            SafetensorsElements.Encode(elements.Slice(start, count), chunk);
            stream.Write(chunk.AsSpan(0, size * count));
        }
    }

    private static T[] ReadElements<T>(Stream stream, SafetensorsEntry entry)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int size = SafetensorsElements.SizeOf(entry.Type);
        T[] elements = new T[entry.Length / size];
        byte[] chunk = new byte[size * Math.Min(ChunkLength, elements.Length)];
        for (int start = 0; start < elements.Length; start += ChunkLength)
        {
            int count = Math.Min(ChunkLength, elements.Length - start);
            Read(stream, chunk.AsSpan(0, size * count), $"'{entry.Name}'");
            SafetensorsElements.Decode(chunk, entry.Type, elements.AsSpan(start, count));
        }

        return elements;
    }

    private static void PassOver(Stream stream, SafetensorsEntry entry)
    {
        byte[] chunk = new byte[Math.Min(ChunkLength, entry.Length)];
        for (long left = entry.Length; left > 0; left -= chunk.Length)
        {
            Read(stream, chunk.AsSpan(0, (int)Math.Min(chunk.Length, left)), $"'{entry.Name}'");
        }
    }

    private static void Read(Stream stream, Span<byte> destination, string what)
    {
        int count = stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
        if (count < destination.Length)
        {
            throw new InvalidDataException($"The file ends within {what}: expected {destination.Length} more bytes, but got {count}.");
        }
    }
}
