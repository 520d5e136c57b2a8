using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>The descriptors of all problems.</summary>
internal static class DiagnosticCatalog
{
    private static readonly Dictionary<ProblemKind, DiagnosticDescriptor> Descriptors = ProblemKind.All.ToDictionary(kind => kind, Describe);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = Descriptors.Values.ToImmutableArray();

    public static DiagnosticDescriptor Find(ProblemKind kind) => Descriptors[kind];

    private static DiagnosticDescriptor Describe(ProblemKind kind) => new(
        kind.Id,
        kind.Title,
        "{0}",
        "NetGen",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: $"docs/diagnostics.md#{kind.Id.ToLowerInvariant()}");
}
