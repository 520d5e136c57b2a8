using System.Security.Cryptography;
using System.Text;

namespace NetGen.Weights;

/// <summary>The names of files that are to take the place of others: the other's name, a mark, and something random.</summary>
internal static class TemporaryName
{
    private const string Marker = ".netgen-";
    private const string Extension = ".tmp";
    private const int RandomLength = 12; // of Path.GetRandomFileName
    private const int Longest = 255; // Bytes that file systems commonly allow a name.
    private const int HashLength = 16;
    private static readonly int LongestStem = Longest - Marker.Length - RandomLength - Extension.Length;

    /// <summary>A new name beside a file.</summary>
    public static string Beside(string target) =>
        Path.Join(Path.GetDirectoryName(target), $"{Stem(Path.GetFileName(target))}{Marker}{Path.GetRandomFileName()}{Extension}");

    /// <summary>
    /// Whether a name is one that stands for another. Compared here and not by a pattern, to which a '*' or '?' in the name would be a
    /// wildcard.
    /// </summary>
    public static bool IsOf(string name, string target)
    {
        string stem = Stem(target);
        return name.Length == stem.Length + Marker.Length + RandomLength + Extension.Length
            && name.StartsWith(stem, StringComparison.Ordinal)
            && name.AsSpan(stem.Length).StartsWith(Marker, StringComparison.Ordinal)
            && name.EndsWith(Extension, StringComparison.Ordinal);
    }

    /// <summary>The name, or where it is too long to be added to its beginning, with a hash that tells it from others that begin alike.</summary>
    private static string Stem(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= LongestStem)
        {
            return name;
        }

        var beginning = new StringBuilder();
        int room = LongestStem - HashLength;
        foreach (var rune in name.EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
            {
                break;
            }

            beginning.Append(rune);
        }

        return beginning.Append(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))).AsSpan(0, HashLength)).ToString();
    }
}
