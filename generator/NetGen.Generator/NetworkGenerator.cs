using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Binding;
using NetGen.Generator.Emission;
using NetGen.Generator.Parsing;

namespace NetGen.Generator;

/// <summary>Compiles every class marked <c>[Network]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <summary>The tracking name of the step that reads declarations.</summary>
    public const string DeclarationStep = "Declaration";

    /// <summary>The tracking name of the step that writes code.</summary>
    public const string SourceStep = "Source";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var declarations = context.SyntaxProvider.ForAttributeWithMetadataName(
                "NetGen.NetworkAttribute",
                static (_, _) => true,
                static (match, cancellation) => DeclarationParser.Parse((INamedTypeSymbol)match.TargetSymbol, cancellation))
            .WithTrackingName(DeclarationStep);
        var sources = declarations
            .Select(static (declaration, cancellation) => Compile(declaration, cancellation))
            .WithTrackingName(SourceStep);
        context.RegisterSourceOutput(sources, static (output, source) =>
        {
            if (source is not null)
            {
                output.AddSource(source.HintName, source.Text);
            }
        });
    }

    /// <summary>The code of a network; null where the declaration has problems, which the analyzer reports.</summary>
    private static GeneratedSource? Compile(Declaration declaration, CancellationToken cancellation)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            return NetworkBinder.Bind(declaration).Network is { } network
                ? new GeneratedSource($"{declaration.Class.MetadataName}.g.cs", NetworkEmitter.Emit(network, cancellation))
                : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The analyzer runs the same stages and reports what failed.
            return null;
        }
    }

    private sealed record GeneratedSource(string HintName, string Text);
}
