using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace NetGen.Testing;

/// <summary>The repository's pages, for tests that hold them to what they say.</summary>
public static partial class Repository
{
    private static readonly string Root = FindRoot();

    /// <summary>The text of a file.</summary>
    /// <param name="path">Its path within the repository.</param>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>The blocks of C# in a page, in order.</summary>
    /// <param name="page">Text in Markdown.</param>
    public static IReadOnlyList<string> CodeBlocks(string page) => [.. CodeBlock().Matches(page).Select(match => match.Groups["code"].Value)];

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        var folder = Directory.GetParent(thisFile);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NetGen.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"No NetGen.sln above {thisFile}.");
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();
}
