using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Testing;

/// <summary>
/// Picks out of the compiler's diagnostics those that count. Tests are written without documentation comments; generated code
/// must not break the build of users who demand them.
/// </summary>
internal static class CompileDiagnostics
{
    private const string MissingDocumentation = "CS1591";

    public static ImmutableArray<Diagnostic> Of(Compilation output, Compilation input) =>
    [
        .. output.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info)
            .Where(diagnostic => diagnostic.Id != MissingDocumentation || !IsUserCode(diagnostic, input)),
    ];

    public static CSharpCompilation WithoutDocumentation(CSharpCompilation compilation) => compilation.WithOptions(
        compilation.Options.WithSpecificDiagnosticOptions(
            compilation.Options.SpecificDiagnosticOptions.SetItem(MissingDocumentation, ReportDiagnostic.Suppress)));

    private static bool IsUserCode(Diagnostic diagnostic, Compilation input) =>
        diagnostic.Location.SourceTree is { } tree && input.ContainsSyntaxTree(tree);
}
