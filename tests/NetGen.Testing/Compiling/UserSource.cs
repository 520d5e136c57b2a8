using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Testing;

/// <summary>One file that the user of the generator wrote. A string converts to one.</summary>
/// <param name="Text">The code.</param>
/// <param name="Path">Its path; <c>User0.cs</c>, <c>User1.cs</c>, … unless given.</param>
/// <param name="ParseOptions">How it is parsed; the harness's options unless given.</param>
public sealed record UserSource(string Text, string? Path = null, CSharpParseOptions? ParseOptions = null)
{
    /// <summary>A file under its default path.</summary>
    public static implicit operator UserSource(string text) => new(text);

    /// <summary>A file under its default path.</summary>
    public static UserSource FromString(string text) => new(text);
}
