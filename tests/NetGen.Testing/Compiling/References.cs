using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Testing;

/// <summary>The assemblies that user code is compiled against.</summary>
public static class References
{
    /// <summary>The running framework and NetGen.dll: never the generator, whose own copy of the attributes would collide.</summary>
    public static ImmutableArray<MetadataReference> Default { get; } = [.. Framework(), Of(typeof(NetworkAttribute))];

    /// <summary>The assembly that holds a type.</summary>
    public static MetadataReference Of(Type type) => MetadataReference.CreateFromFile(type.Assembly.Location);

    private static IEnumerable<MetadataReference> Framework()
    {
        // The list names this process's own dependencies too: only what stands beside the core library is the framework's.
        string directory = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == directory)
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}
