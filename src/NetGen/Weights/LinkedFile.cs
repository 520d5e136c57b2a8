namespace NetGen.Weights;

/// <summary>Where links lead.</summary>
internal static class LinkedFile
{
    private const int MostLinks = 40; // As many as Linux follows.

    /// <summary>The file at the end of all links, whether it exists or not; a process's open file, which is a link by its looks only.</summary>
    /// <param name="path">A full path.</param>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    public static string Follow(string path)
    {
        string file = path;
        for (int links = 0; new FileInfo(file).LinkTarget is { } next; links++)
        {
            string folder = RealFolder(Path.GetDirectoryName(file)!);
            string real = Path.Join(folder, Path.GetFileName(file));
            if (IsOpenFile(real))
            {
                return real;
            }

            if (links == MostLinks)
            {
                throw new IOException($"Cannot write '{path}': it is a link that leads in a circle, or through more than {MostLinks} links.");
            }

            file = Path.GetFullPath(next, folder);
        }

        return file;
    }

    /// <summary>Such as <c>/proc/self/fd/1</c>, which is standard output.</summary>
    public static bool IsOpenFile(string path) =>
        path.StartsWith("/proc/", StringComparison.Ordinal) && Path.GetFileName(Path.GetDirectoryName(path)) == "fd";

    /// <summary>A folder without links on the way, so that what is above it is above the folder and not above a link to it.</summary>
    private static string RealFolder(string folder)
    {
        if (!Directory.Exists(folder) || Path.GetDirectoryName(folder) is not { } parent)
        {
            return folder;
        }

        string realParent = RealFolder(parent);
        string real = Path.Join(realParent, Path.GetFileName(folder));
        return new DirectoryInfo(real).LinkTarget is { } next ? RealFolder(Path.GetFullPath(next, realParent)) : real;
    }
}
