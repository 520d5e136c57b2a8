using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Parsing;

/// <summary>Finds layers that nothing is made of: on a class that is neither a network nor a composite layer.</summary>
internal static class StrayLayers
{
    public static EquatableArray<Problem> ProblemsOf(INamedTypeSymbol type)
    {
        int first = type.GetAttributes().ToList().FindIndex(AttributeReader.IsNode);
        return first < 0 || AttributeReader.IsComposite(type)
            ? new([])
            : new([new Problem(ProblemKind.NoNetwork, first, $"'{type.Name}' has layers, but no code is generated for it: mark it with [Network], or derive it from CompositeAttribute if it stands for layers of others")]);
    }
}
