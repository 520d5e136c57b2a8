using System.IO.Compression;
using System.Text;

namespace NetGen.Tests.Data;

/// <summary>Files for tests: in memory, in the temporary folder, or those that come with the tests.</summary>
internal static class TextFile
{
    /// <summary>A file that comes with the tests.</summary>
    public static string Shipped(string name) => Path.Combine(AppContext.BaseDirectory, "Data", "Files", name);

    public static MemoryStream Of(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Lets a test use a file, and removes it. It is packed if its name says so.</summary>
    public static TResult Use<TResult>(string name, byte[] content, Func<string, TResult> use)
    {
        var folder = Directory.CreateTempSubdirectory("netgen");
        try
        {
            string path = Path.Combine(folder.FullName, name);
            File.WriteAllBytes(path, name.EndsWith(".gz", StringComparison.Ordinal) ? Pack(content) : content);
            return use(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static byte[] Pack(byte[] content, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, level))
        {
            packer.Write(content);
        }

        return packed.ToArray();
    }
}
