using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Tests.Harness.StandIns;

/// <summary>Remembers something of the compilation in a step, on purpose.</summary>
internal sealed class LeakyGenerator(Func<GeneratorAttributeSyntaxContext, object?> remember, string? trackingName = "Declaration") : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<Memory> memories = context.SyntaxProvider.ForAttributeWithMetadataName(
            "NetGen.NetworkAttribute",
            static (node, _) => node is ClassDeclarationSyntax,
            (attribute, _) => new Memory("plain", [remember(attribute)]));
        if (trackingName is not null)
        {
            memories = memories.WithTrackingName(trackingName);
        }

        context.RegisterSourceOutput(memories, static (output, memory) => output.AddSource($"{memory.Name}.g.cs", string.Empty));
    }

    /// <summary>Hides what is remembered one level down, in a collection.</summary>
    private sealed record Memory(string Name, List<object?> Hidden);
}
