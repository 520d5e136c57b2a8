using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Emission;
using NetGen.Generator.Infrastructure;
using NetGen.Generator.Parsing;

namespace NetGen.Generator;

/// <summary>Reports what is wrong with networks, at the attributes that caused it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DiagnosticCatalog.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;

        // Elsewhere than on a class, the attribute is an error of C#'s own.
        if (type.TypeKind != TypeKind.Class)
        {
            return;
        }

        var problems = type.GetAttributes().Any(AttributeReader.IsNetwork) ? ProblemsOf(type, context.Compilation, context.CancellationToken) : StrayLayers.ProblemsOf(type);
        foreach (var problem in problems)
        {
            var location = LocationOf(type, problem.Position, context.CancellationToken);
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalog.Find(problem.Kind), location, problem.Message));
        }
    }

    private static EquatableArray<Problem> ProblemsOf(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        try
        {
            var result = NetworkBinder.Bind(DeclarationParser.Parse(type, compilation, cancellation));
            if (result.Network is not { } network || HasCode(type))
            {
                return result.Problems;
            }

            // Where the generator failed to write it, so does this.
            _ = NetworkEmitter.Emit(network, cancellation);
            return new([new Problem(
                ProblemKind.Generated,
                Problem.Class,
                $"'{type.Name}' got no code, since something in its declaration was not there yet when it was read: constants that a generator writes, this one or another, must be written out")]);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new([new Problem(ProblemKind.Internal, Problem.Class, $"The compiler of '{type.Name}' failed, which is a fault of its own: {exception}")]);
        }
    }

    /// <summary>Whether the generator, which saw the same class before anything was generated, took it for a network too.</summary>
    private static bool HasCode(INamedTypeSymbol type) =>
        type.GetTypeMembers("Declared").Any(member => member.DeclaringSyntaxReferences.Any(reference => GeneratedMembers.IsGenerated(reference.SyntaxTree)));

    private static Location LocationOf(INamedTypeSymbol type, int position, CancellationToken cancellation)
    {
        int place = position == Problem.Class ? type.GetAttributes().ToList().FindIndex(AttributeReader.IsNetwork) : position;
        var reference = type.GetAttributes()[place].ApplicationSyntaxReference;
        return reference?.GetSyntax(cancellation).GetLocation() ?? type.Locations[0];
    }
}
