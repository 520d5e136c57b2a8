namespace NetGen.Weights;

/// <summary>What a path to write to stands for.</summary>
internal static class WrittenFile
{
    /// <summary>The file at the end of all links.</summary>
    /// <exception cref="DirectoryNotFoundException">Its folder does not exist.</exception>
    /// <exception cref="IOException">Its links lead in a circle.</exception>
    /// <exception cref="UnauthorizedAccessException">It is a folder, or read-only.</exception>
    public static string Find(string path)
    {
        string target = LinkedFile.Follow(Path.GetFullPath(path));
        if (Path.GetDirectoryName(target) is { } folder && !Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"Cannot write '{path}': there is no folder '{folder}'.");
        }

        if (Directory.Exists(target))
        {
            throw new UnauthorizedAccessException($"Cannot write '{path}': it is a folder.");
        }

        return new FileInfo(target) is { Exists: true, IsReadOnly: true }
            ? throw new UnauthorizedAccessException($"Cannot write '{path}': it is read-only.")
            : target;
    }

    /// <summary>Opens what is no file on a disk and cannot be replaced: a pipe, a terminal, a device, standard output.</summary>
    /// <returns>Null for a file, or where nothing is yet.</returns>
    public static FileStream? OpenDevice(string target)
    {
        bool isOpenFile = LinkedFile.IsOpenFile(target);
        if (OperatingSystem.IsWindows() || !isOpenFile && new FileInfo(target) is not { Exists: true, Length: 0 })
        {
            return null;
        }

        var stream = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        if (isOpenFile || !stream.CanSeek || !TakesLength(stream))
        {
            return stream;
        }

        stream.Dispose();
        return null;
    }

    /// <summary>Whether an empty file is one: a device such as <c>/dev/null</c> refuses any length, or stays empty.</summary>
    private static bool TakesLength(FileStream stream)
    {
        try
        {
            stream.SetLength(1);
        }
        catch (IOException)
        {
            return false;
        }

        bool takes = stream.Length == 1;
        stream.SetLength(0);
        return takes;
    }
}
