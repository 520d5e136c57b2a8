using System.Text.Json;

namespace NetGen.Conformance.Tests.Golden;

/// <summary>The cases that tests run: this project's own, or those of the folder in the environment variable NETGEN_GOLDEN.</summary>
public sealed class GoldenFolder : TheoryData<string>
{
    public GoldenFolder()
    {
        AddRange(NamesIn(Current));
    }

    /// <summary>The cases that stand beside this file.</summary>
    public static string Shipped { get; } = Path.Combine(AppContext.BaseDirectory, "Golden", "cases");

    public static string Current { get; } =
        Environment.GetEnvironmentVariable("NETGEN_GOLDEN") is { Length: > 0 } folder ? folder : Shipped;

    public static string[] NamesIn(string folder) =>
        [.. Directory.GetFiles(folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    /// <summary>Reads a case by the name of its file.</summary>
    public static GoldenCase Read(string name) => Read(Current, name);

    /// <summary>Reads a case by the name of its file; null if the file cannot be read as one.</summary>
    public static GoldenCase? TryRead(string name)
    {
        try
        {
            return Read(name);
        }
        catch (Exception exception) when (exception is JsonException or IOException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    public static GoldenCase Read(string folder, string name) => GoldenReader.Read(Path.Combine(folder, name + ".json"));
}
