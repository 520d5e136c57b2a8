using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Binding;

namespace NetGen.Generator.Diagnostics;

/// <summary>The descriptors of all problems.</summary>
internal static class DiagnosticCatalog
{
    private static readonly Dictionary<string, DiagnosticDescriptor> Descriptors = new[]
    {
        Error(ProblemIds.NotPartial, "A network's class must be partial"),
        Error(ProblemIds.Generic, "A network's class must not be generic"),
        Error(ProblemIds.NotConstructible, "A network's class must be constructible"),
        Error(ProblemIds.TwoDeclarations, "A network's layers stand on one declaration"),
        Error(ProblemIds.Input, "A network begins with its one input"),
        Error(ProblemIds.NoLayers, "A network needs layers that learn"),
        Error(ProblemIds.Loss, "A network needs one loss"),
        Error(ProblemIds.Optimizer, "A network has one optimizer and one of each setting"),
        Error(ProblemIds.SizeNotPositive, "Sizes are positive"),
        Error(ProblemIds.UnknownName, "A named layer stands before"),
        Error(ProblemIds.BadName, "Layer names are identifiers and different"),
        Error(ProblemIds.ShapesDoNotMeet, "Shapes must meet"),
        Error(ProblemIds.LossDoesNotFit, "The loss must fit the last layer"),
        Error(ProblemIds.ArgumentOutOfRange, "An argument is out of range"),
        Error(ProblemIds.Activation, "An activation must be readable"),
        Error(ProblemIds.MemberConflict, "A member is declared and generated"),
        Error(ProblemIds.TooLarge, "A network is too large"),
        Error(ProblemIds.Composite, "A composite layer carries layers"),
        Error(ProblemIds.UnknownNode, "A layer is not known"),
        Error(ProblemIds.ShapeNotSupported, "A layer does not take every shape"),
        Error(ProblemIds.Misplaced, "A layer has its place"),
        Error(ProblemIds.NoNetwork, "Layers belong to a network"),
        Error(ProblemIds.Generated, "A declaration cannot use what is generated"),
        Error(ProblemIds.CompositeArguments, "A composite layer takes no arguments"),
        Error(ProblemIds.Language, "The language is C# 12 or later"),
        Error(ProblemIds.Internal, "The compiler failed"),
    }.ToDictionary(descriptor => descriptor.Id);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = Descriptors.Values.ToImmutableArray();

    public static DiagnosticDescriptor Find(string id) => Descriptors[id];

    private static DiagnosticDescriptor Error(string id, string title) => new(
        id,
        title,
        "{0}",
        "NetGen",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: $"docs/diagnostics.md#{id.ToLowerInvariant()}");
}
