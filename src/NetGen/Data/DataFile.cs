namespace NetGen;

/// <summary>Files of samples, packed or not.</summary>
internal static class DataFile
{
    /// <summary>Opens a file for reading from its beginning to its end.</summary>
    /// <param name="path">The file; one whose name ends in <c>.gz</c> is unpacked on the way.</param>
    public static Stream Open(string path) =>
        Unpack(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read), path, leaveOpen: false);

    /// <summary>The stream, or what unpacks it if its name ends in <c>.gz</c>.</summary>
    public static Stream Unpack(Stream stream, string name, bool leaveOpen) =>
        name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new NamedGZipStream(stream, name, leaveOpen)
            : stream;
}
