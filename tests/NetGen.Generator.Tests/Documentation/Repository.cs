using System.Runtime.CompilerServices;

namespace NetGen.Generator.Tests.Documentation;

/// <summary>Where the files are that tests read as a reader would.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    /// <summary>The full path of a file.</summary>
    /// <param name="path">Its path within the repository.</param>
    public static string PathOf(string path) => Path.Combine(Root, path);

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        var folder = Directory.GetParent(thisFile);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NetGen.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"No NetGen.sln above {thisFile}.");
    }
}
