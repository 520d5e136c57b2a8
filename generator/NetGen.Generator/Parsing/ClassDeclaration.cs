using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Parsing;

/// <summary>The class that a network is declared on.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Containers">The types around it from the outside in, as they are reopened: <c>partial struct Outer</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Identifier">Its name as it is written in C#.</param>
/// <param name="MetadataName">Its full metadata name, unique in the compilation.</param>
internal sealed record ClassDeclaration(
    string Namespace,
    EquatableArray<string> Containers,
    string Name,
    string Identifier,
    string MetadataName);
