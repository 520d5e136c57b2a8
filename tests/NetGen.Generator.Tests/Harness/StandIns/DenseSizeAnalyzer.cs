using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Tests.Harness.StandIns;

/// <summary>Reports each dense layer without units: enough of an analyzer to test the harness with.</summary>
internal sealed class DenseSizeAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "NG9001", "Units", "[Dense({0})] has no units", "Declaration", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        foreach (AttributeData attribute in context.Symbol.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "DenseAttribute", ConstructorArguments: [{ Value: int units and <= 0 }] })
            {
                SyntaxReference place = attribute.ApplicationSyntaxReference!;
                context.ReportDiagnostic(Diagnostic.Create(Rule, Location.Create(place.SyntaxTree, place.Span), units));
            }
        }
    }
}
