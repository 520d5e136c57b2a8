using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
                static (node, _) => node.IsKind(SyntaxKind.ClassDeclaration),
                static (match, cancellation) => Attempt(() => DeclarationParser.Parse((INamedTypeSymbol)match.TargetSymbol, match.SemanticModel.Compilation, cancellation)))
            .WithTrackingName(DeclarationStep);
        var sources = declarations
            .Select(static (declaration, cancellation) => declaration is null ? null : Attempt(() => Compile(declaration, cancellation)))
            .WithTrackingName(SourceStep);
        var ambiguous = sources
            .Select(static (source, _) => source?.MetadataName ?? "")
            .Collect()
            .Select(static (names, _) => HintNames.FindAmbiguous(names));
        context.RegisterSourceOutput(sources.Combine(ambiguous), static (output, pair) =>
        {
            if (pair.Left is { } source)
            {
                output.AddSource(HintNames.Of(source.MetadataName, pair.Right), source.Text);
            }
        });
    }

    /// <summary>The code of a network; where the declaration has problems, which the analyzer reports, a stub, or null where not even that would compile.</summary>
    private static GeneratedSource? Compile(Declaration declaration, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var result = NetworkBinder.Bind(declaration);
        string? text = result.Network is { } network ? NetworkEmitter.Emit(network, cancellation)
            : declaration.IsCompletable ? StubEmitter.Emit(declaration.Class, result.Precision, result.Loss?.TakesLabels == true)
            : null;
        return text is null ? null : new GeneratedSource(declaration.Class.MetadataName, text);
    }

    /// <summary>One network's failure must not take the others' code with it: the analyzer runs the same stages and reports it.</summary>
    private static T? Attempt<T>(Func<T?> stage)
        where T : class
    {
        try
        {
            return stage();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null;
        }
    }

    private sealed record GeneratedSource(string MetadataName, string Text);
}
