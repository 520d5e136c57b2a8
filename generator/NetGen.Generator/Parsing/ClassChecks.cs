using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>Checks that a class is one that the compiler can complete.</summary>
internal static class ClassChecks
{
    private const LanguageVersion Oldest = LanguageVersion.CSharp12;

    public static void Run(INamedTypeSymbol type, Problems problems)
    {
        CheckLanguage(type, problems);
        CheckPartial(type, problems);
        CheckGeneric(type, problems);
        CheckOneDeclaration(type, problems);
    }

    private static IEnumerable<TypeDeclarationSyntax> DeclarationsOf(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<TypeDeclarationSyntax>();

    /// <summary>What is generated is parsed as the project's own code is.</summary>
    private static void CheckLanguage(INamedTypeSymbol type, Problems problems)
    {
        if (type.DeclaringSyntaxReferences[0].SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < Oldest and var version })
        {
            problems.Add(ProblemKind.Language, Problem.Class, $"NetGen writes C# {Oldest.ToDisplayString()}, but the project's LangVersion is {version.ToDisplayString()}");
        }
    }

    private static void CheckPartial(INamedTypeSymbol type, Problems problems)
    {
        for (var each = type; each is not null; each = each.ContainingType)
        {
            if (!DeclarationsOf(each).All(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword)))
            {
                string role = SymbolEqualityComparer.Default.Equals(each, type) ? "" : $", which contains the network '{type.Name}',";
                problems.Add(ProblemKind.NotPartial, Problem.Class, $"'{each.Name}'{role} must be partial, so that the compiler can add to it");
            }
        }
    }

    private static void CheckGeneric(INamedTypeSymbol type, Problems problems)
    {
        for (var each = type; each is not null; each = each.ContainingType)
        {
            if (each.TypeParameters.Length > 0)
            {
                problems.Add(ProblemKind.Generic, Problem.Class, $"'{each.Name}' is generic, but a network and the types around it must not be");
            }
        }
    }

    private static void CheckOneDeclaration(INamedTypeSymbol type, Problems problems)
    {
        var attributes = type.GetAttributes();
        SyntaxNode? first = null;
        for (int position = 0; position < attributes.Length; position++)
        {
            if (!AttributeReader.IsNode(attributes[position])
                || AttributeReader.OwnerOf(attributes[position]) is not { } owner)
            {
                continue;
            }

            first ??= owner;
            if (owner != first)
            {
                problems.Add(
                    ProblemKind.TwoDeclarations,
                    position,
                    $"The layers of '{type.Name}' stand on two declarations, whose order is not defined: write them all on one");
                return;
            }
        }
    }
}
