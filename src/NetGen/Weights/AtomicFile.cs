using System.Collections.Concurrent;

namespace NetGen.Weights;

/// <summary>Writes a file so that a crash at any moment leaves the old content or the new, never a part.</summary>
internal static class AtomicFile
{
    // What this process is writing: no leftovers, whoever else begins to write beside them.
    private static readonly ConcurrentDictionary<string, bool> InFlight = new();

    /// <summary>
    /// Writes a file beside the named one, forces it to the disk, and renames it. A link stays one, and what it leads to is replaced;
    /// the file's permissions stay. What is no file on a disk, such as a pipe, is written to as it is.
    /// </summary>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <param name="write">Writes the content. Where it throws, the old file stays.</param>
    /// <exception cref="DirectoryNotFoundException">The file's folder does not exist.</exception>
    /// <exception cref="IOException">The file cannot be written; the message names it.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written, or is a folder; the message names it.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string target = WrittenFile.Find(path);

        // A rename is atomic within one file system only, hence beside the target and not among the temporary files.
        string temporary = TemporaryName.Beside(target);
        try
        {
            using var device = WrittenFile.OpenDevice(target);
            if (device is null)
            {
                Replace(target, temporary, write);
            }
            else
            {
                write(device);
            }
        }
        catch (IOException problem)
        {
            throw new IOException(Refusal(problem), problem) { HResult = problem.HResult };
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new UnauthorizedAccessException(Refusal(problem), problem);
        }

        string Refusal(Exception problem) => $"Cannot write '{path}': {problem.Message.Replace(temporary, target, StringComparison.Ordinal)}";
    }

    /// <summary>Deletes what processes that ended in the middle of writing a file have left beside it, as far as it can be found and deleted.</summary>
    /// <param name="path">The file; it stays.</param>
    public static void DeleteLeftovers(string path)
    {
        try
        {
            string target = LinkedFile.Follow(Path.GetFullPath(path));
            foreach (string file in Directory.EnumerateFiles(Path.GetDirectoryName(target)!))
            {
                if (TemporaryName.IsOf(Path.GetFileName(file), Path.GetFileName(target)) && !InFlight.ContainsKey(file))
                {
                    File.Delete(file);
                }
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // They take room, and nothing else: a folder that cannot be listed may still be written to.
        }
    }

    private static void Replace(string target, string temporary, Action<Stream> write)
    {
        InFlight[temporary] = true;
        try
        {
            UnixFileMode? mode = OperatingSystem.IsWindows() || !File.Exists(target) ? null : File.GetUnixFileMode(target);
            using (var stream = new FileStream(temporary, OptionsFor(mode)))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
                if (mode is { } kept && !OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(stream.SafeFileHandle, kept); // What is created loses what the process's mask takes.
                }
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

    private static FileStreamOptions OptionsFor(UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (mode is { } kept && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = kept | UnixFileMode.UserWrite; // Nobody else reads what will be secret.
        }

        return options;
    }
}
