namespace NetGen.Weights;

/// <summary>Writes a file so that a crash at any moment leaves the old content or the new, never a part.</summary>
internal static class AtomicFile
{
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
        string temporary = $"{target}.{Path.GetRandomFileName()}.tmp";
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
    }

    /// <summary>Deletes what processes that ended in the middle of writing a file have left beside it.</summary>
    /// <param name="path">The file; it stays.</param>
    public static void DeleteLeftovers(string path)
    {
        string target = Path.GetFullPath(path);
        foreach (string leftover in Directory.EnumerateFiles(Path.GetDirectoryName(target)!, $"{Path.GetFileName(target)}.*.tmp"))
        {
            File.Delete(leftover);
        }
    }
}
