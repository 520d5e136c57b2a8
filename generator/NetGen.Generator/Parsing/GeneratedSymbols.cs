using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Finds uses of generated members in what the generator has to read: an analyzer sees the value of such a constant, but the generator
/// runs before there is one. What was generated for another project is there.
/// </summary>
internal sealed class GeneratedSymbols(Compilation compilation)
{
    // The generator itself never sees generated code, and is spared the search.
    private readonly bool hasGenerated = compilation.SyntaxTrees.Any(GeneratedMembers.IsGenerated);

    /// <summary>The first generated member that code names, directly or by constants that are computed from it; null where it names none.</summary>
    public string? FindIn(SyntaxNode? syntax) =>
        hasGenerated && syntax is not null ? Find(syntax, new HashSet<ISymbol>(SymbolEqualityComparer.Default)) : null;

    private string? Find(SyntaxNode syntax, HashSet<ISymbol> seen)
    {
        if (!compilation.ContainsSyntaxTree(syntax.SyntaxTree))
        {
            return null;
        }

        var model = compilation.GetSemanticModel(syntax.SyntaxTree);
        return syntax.DescendantNodesAndSelf(node => !IsNameOf(node)).OfType<SimpleNameSyntax>()
            .Select(name => model.GetSymbolInfo(name))
            .Select(info => Check(info.Symbol ?? info.CandidateSymbols.FirstOrDefault(), seen))
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>A name needs no value.</summary>
    private static bool IsNameOf(SyntaxNode node) => node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };

    private string? Check(ISymbol? symbol, HashSet<ISymbol> seen)
    {
        if (symbol is null || !seen.Add(symbol))
        {
            return null;
        }

        var places = symbol.DeclaringSyntaxReferences;
        if (places.Length > 0 && places.All(place => compilation.ContainsSyntaxTree(place.SyntaxTree) && GeneratedMembers.IsGenerated(place.SyntaxTree)))
        {
            return $"{symbol.ContainingType?.Name}.{symbol.Name}";
        }

        return symbol is IFieldSymbol { IsConst: true } ? places.Select(place => Find(place.GetSyntax(), seen)).FirstOrDefault(found => found is not null) : null;
    }
}
