using Microsoft.CodeAnalysis;

namespace NetGen.Testing;

/// <summary>Tells the objects that keep a compilation alive.</summary>
internal static class RoslynObjects
{
    /// <summary>What an object is, if it is one that must not be remembered.</summary>
    public static string? Describe(object value) => value switch
    {
        ISymbol => "a symbol",
        SyntaxNode => "a syntax node",
        SyntaxTree => "a syntax tree",
        SyntaxReference => "a syntax reference",
        Compilation => "a compilation",
        SemanticModel => "a semantic model",
        Location => "a location",
        AttributeData => "an attribute's data",
        IOperation => "an operation",
        // What stands behind the public symbols; constants and bound attributes lead to it.
        _ when value.GetType().GetInterface("Microsoft.CodeAnalysis.Symbols.ISymbolInternal") is not null => "an internal symbol",
        _ => null,
    };
}
