using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Parsing;

/// <summary>Reads a class with its attributes: the only stage that sees symbols.</summary>
internal static class DeclarationParser
{
    public static Declaration Parse(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var problems = new List<Problem>();
        ClassChecks.Run(type, problems);
        cancellation.ThrowIfCancellationRequested();
        var nodes = AttributeReader.Read(type, problems);
        cancellation.ThrowIfCancellationRequested();
        var activations = ActivationReader.Read(type, nodes, problems, cancellation);
        return new Declaration(Describe(type), nodes, activations, new EquatableArray<Problem>(problems));
    }

    private static ClassDeclaration Describe(INamedTypeSymbol type)
    {
        var containers = new List<string>();
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            containers.Insert(0, $"partial {KeywordOf(container)} {EscapeIdentifier(container.Name)}");
        }

        string space = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();
        return new ClassDeclaration(
            space,
            new EquatableArray<string>(containers),
            KeywordOf(type),
            type.Name,
            MetadataNameOf(type, space));
    }

    private static string MetadataNameOf(INamedTypeSymbol type, string space)
    {
        string name = type.MetadataName;
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            name = $"{container.MetadataName}+{name}";
        }

        return space.Length == 0 ? name : $"{space}.{name}";
    }

    private static string KeywordOf(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };

    private static string EscapeIdentifier(string name) =>
        Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(name) == Microsoft.CodeAnalysis.CSharp.SyntaxKind.None ? name : "@" + name;
}
