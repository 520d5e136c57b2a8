using System.Collections.Concurrent;

namespace NetGen.Weights;

/// <summary>Writes a file so that a crash at any moment leaves the old content or the new, never a part.</summary>
internal static class AtomicFile
{
    private const string Marker = ".netgen-";
    private const string Extension = ".tmp";
    private const int RandomLength = 12; // of Path.GetRandomFileName

    // What this process is writing: no leftovers, whoever else begins to write beside them.
    private static readonly ConcurrentDictionary<string, bool> InFlight = new();

    /// <summary>Writes a file beside the named one, forces it to the disk, and renames it.</summary>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <param name="write">Writes the content. Where it throws, the old file stays.</param>
    /// <exception cref="DirectoryNotFoundException">The file's folder does not exist.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string target = Path.GetFullPath(path);
        if (Path.GetDirectoryName(target) is { } folder && !Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"Cannot write '{path}': there is no folder '{folder}'.");
        }

        // A rename is atomic within one file system only, hence beside the target and not among the temporary files.
        string temporary = $"{target}{Marker}{Path.GetRandomFileName()}{Extension}";
        InFlight[temporary] = true;
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
        finally
        {
            InFlight.TryRemove(temporary, out _);
        }
    }

    /// <summary>Deletes what processes that ended in the middle of writing a file have left beside it.</summary>
    /// <param name="path">The file; it stays.</param>
    public static void DeleteLeftovers(string path)
    {
        string target = Path.GetFullPath(path);
        foreach (string file in Directory.EnumerateFiles(Path.GetDirectoryName(target)!))
        {
            if (IsTemporary(Path.GetFileName(file), Path.GetFileName(target)) && !InFlight.ContainsKey(file))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Compared here and not by a pattern, to which a '*' or '?' in the name would be a wildcard.</summary>
    private static bool IsTemporary(string name, string target) =>
        name.Length == target.Length + Marker.Length + RandomLength + Extension.Length
        && name.StartsWith(target, StringComparison.Ordinal)
        && name.AsSpan(target.Length).StartsWith(Marker, StringComparison.Ordinal)
        && name.EndsWith(Extension, StringComparison.Ordinal);
}
