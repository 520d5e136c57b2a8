using System.Buffers;
using System.Text.Json;

namespace NetGen.Weights;

/// <summary>The header of a safetensors file: its tensors, and notes that are strings by name.</summary>
/// <param name="Entries">The tensors.</param>
/// <param name="Metadata">The notes.</param>
internal sealed record SafetensorsHeader(IReadOnlyList<SafetensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata)
{
    private const string MetadataName = "__metadata__";

    /// <summary>The bytes of the header: JSON, padded with spaces to a multiple of 8, so that the tensors are aligned.</summary>
    public byte[] Format()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            if (Metadata.Count > 0)
            {
                json.WriteStartObject(MetadataName);
                foreach (var (name, note) in Metadata)
                {
                    json.WriteString(name, note);
                }

                json.WriteEndObject();
            }

            foreach (var entry in Entries)
            {
                Write(json, entry);
            }

            json.WriteEndObject();
        }

        int padding = -bytes.WrittenCount & 7;
        bytes.GetSpan(padding)[..padding].Fill((byte)' ');
        bytes.Advance(padding);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads a header.</summary>
    /// <param name="bytes">JSON; spaces may follow.</param>
    /// <exception cref="InvalidDataException">It is no header.</exception>
    public static SafetensorsHeader Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var json = new Utf8JsonReader(bytes);
            return Parse(ref json);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or FormatException)
        {
            // The reader's own words for a wrong kind of token, text that is no UTF-8, or a number that is no whole one.
            throw new InvalidDataException($"The header is not that of a safetensors file: {problem.Message}", problem);
        }
    }

    private static SafetensorsHeader Parse(ref Utf8JsonReader json)
    {
        var entries = new Dictionary<string, SafetensorsEntry>();
        Dictionary<string, string>? metadata = null;
        Expect(ref json, JsonTokenType.StartObject);
        while (NextProperty(ref json) is { } name)
        {
            bool isNew = name == MetadataName ? metadata is null : !entries.ContainsKey(name);
            if (!isNew)
            {
                throw new JsonException($"'{name}' appears twice.");
            }

            if (name == MetadataName)
            {
                metadata = ParseMetadata(ref json);
            }
            else
            {
                entries.Add(name, ParseEntry(ref json, name));
            }
        }

        return json.Read() ? throw new JsonException("Something follows the header's end.") : new([.. entries.Values], metadata ?? []);
    }

    private static Dictionary<string, string> ParseMetadata(ref Utf8JsonReader json)
    {
        var metadata = new Dictionary<string, string>();
        Expect(ref json, JsonTokenType.StartObject);
        while (NextProperty(ref json) is { } name)
        {
            Expect(ref json, JsonTokenType.String);
            metadata[name] = json.GetString()!;
        }

        return metadata;
    }

    private static SafetensorsEntry ParseEntry(ref Utf8JsonReader json, string name)
    {
        string? type = null;
        List<long>? shape = null;
        List<long>? offsets = null;
        Expect(ref json, JsonTokenType.StartObject);
        while (NextProperty(ref json) is { } property)
        {
            switch (property)
            {
                case "dtype":
                    Expect(ref json, JsonTokenType.String);
                    type = json.GetString();
                    break;
                case "shape":
                    shape = ParseNumbers(ref json);
                    break;
                case "data_offsets":
                    offsets = ParseNumbers(ref json);
                    break;
                default:
                    throw new JsonException($"'{name}' has an unknown property '{property}'.");
            }
        }

        if (shape?.Exists(size => size < 0) == true)
        {
            throw new JsonException($"'{name}' has a size below 0 in its shape.");
        }

        return type is not null && shape is not null && offsets is [long start, long end]
            ? new(name, type, shape, start, end)
            : throw new JsonException($"'{name}' needs a dtype, a shape and two data_offsets.");
    }

    private static List<long> ParseNumbers(ref Utf8JsonReader json)
    {
        var numbers = new List<long>();
        Expect(ref json, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            numbers.Add(json.GetInt64());
        }

        return numbers;
    }

    private static string? NextProperty(ref Utf8JsonReader json) =>
        json.Read() && json.TokenType == JsonTokenType.PropertyName ? json.GetString() : null;

    private static void Expect(ref Utf8JsonReader json, JsonTokenType kind)
    {
        if (!json.Read() || json.TokenType != kind)
        {
            throw new JsonException($"Expected {kind}, but got {json.TokenType}.");
        }
    }

    private static void Write(Utf8JsonWriter json, SafetensorsEntry entry)
    {
        json.WriteStartObject(entry.Name);
        json.WriteString("dtype", entry.Type);
        Write(json, "shape", entry.Shape);
        Write(json, "data_offsets", [entry.Start, entry.End]);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
