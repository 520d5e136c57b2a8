using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Parsing;

/// <summary>Reads a class with its attributes: the only stage that sees symbols.</summary>
internal static class DeclarationParser
{
    public static Declaration Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var problems = new Problems();
        ClassChecks.Run(type, problems);
        ConstructionChecks.Run(type, problems);
        MemberChecks.Run(type, problems);
        cancellation.ThrowIfCancellationRequested();
        var generated = new GeneratedSymbols(compilation);
        var nodes = AttributeReader.Read(type, generated, problems);
        cancellation.ThrowIfCancellationRequested();
        var activations = ActivationReader.Read(type, nodes, new FunctionSource(compilation, generated), problems, cancellation);
        return new Declaration(Describe(type), nodes, activations, problems.ToArray());
    }

    private static ClassDeclaration Describe(INamedTypeSymbol type)
    {
        var spaces = new List<string>();
        for (var space = type.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
        {
            spaces.Insert(0, space.Name);
        }

        var containers = new List<string>();
        string nested = type.MetadataName;
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            containers.Insert(0, $"partial {KeywordOf(container)} {IdentifierOf(container.Name)}");
            nested = $"{container.MetadataName}+{nested}";
        }

        return new ClassDeclaration(
            string.Join(".", spaces.Select(IdentifierOf)),
            new EquatableArray<string>(containers),
            type.Name,
            IdentifierOf(type.Name),
            string.Join(".", spaces.Append(nested)));
    }

    private static string KeywordOf(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };

    private static string IdentifierOf(string name)
    {
        bool isKeyword = SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None;
        return isKeyword ? "@" + name : name;
    }
}
