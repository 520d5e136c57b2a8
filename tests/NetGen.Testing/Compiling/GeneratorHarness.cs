using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Testing;

/// <summary>
/// Compiles user code in process with generators and analyzers, the way a strict user's build would: nullable enabled,
/// warnings as errors, documentation demanded of generated code, under <see cref="HostileCulture"/>.
/// </summary>
public sealed record GeneratorHarness
{
    /// <summary>The generators that run.</summary>
    public IReadOnlyList<IIncrementalGenerator> Generators { get; init; } = [];

    /// <summary>The analyzers that run, after the generators, over their output too.</summary>
    public IReadOnlyList<DiagnosticAnalyzer> Analyzers { get; init; } = [];

    /// <summary>References beside <see cref="References.Default"/>.</summary>
    public IReadOnlyList<MetadataReference> ExtraReferences { get; init; } = [];

    /// <summary>How user code that brings no options of its own, and generated code, is parsed.</summary>
    public CSharpParseOptions ParseOptions { get; init; } = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    /// <summary>How the compilation is made.</summary>
    public CSharpCompilationOptions CompilationOptions { get; init; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        generalDiagnosticOption: ReportDiagnostic.Error,
        warningLevel: 9999,
        nullableContextOptions: NullableContextOptions.Enable,
        deterministic: true,
        concurrentBuild: false);

    /// <summary>User code before any generator has run.</summary>
    public CSharpCompilation CreateCompilation(params UserSource[] sources) => CSharpCompilation.Create(
        "UserCode",
        sources.Select(Parse),
        [.. References.Default, .. ExtraReferences],
        CompilationOptions);

    /// <summary>A driver that keeps the steps of <see cref="Generators"/>, for tests of what is run again after an edit.</summary>
    public GeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create(
        Generators.Select(generator => generator.AsSourceGenerator()),
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Generates, analyzes and checks user code; fails on nothing.</summary>
    public GeneratorResult Run(params UserSource[] sources) => Run(CreateCompilation(sources));

    /// <summary>Generates, analyzes and checks a compilation; fails on nothing.</summary>
    public GeneratorResult Run(CSharpCompilation compilation)
    {
        using IDisposable culture = HostileCulture.Enter();
        GeneratorDriver driver = CreateDriver().RunGeneratorsAndUpdateCompilation(
            compilation, out Compilation output, out ImmutableArray<Diagnostic> fromGenerators);
        return new GeneratorResult
        {
            Input = compilation,
            Output = (CSharpCompilation)output,
            DriverResult = driver.GetRunResult(),
            GeneratorDiagnostics = fromGenerators,
            AnalyzerDiagnostics = Analyze(output),
            CompileDiagnostics = CompileDiagnostics.Of(output, compilation),
        };
    }

    /// <summary>Generates, compiles and loads user code; fails on any diagnostic.</summary>
    /// <exception cref="AssertionFailedException">There was a diagnostic.</exception>
    public LoadedCode CompileAndLoad(params UserSource[] sources) => Run(sources).Load();

    private SyntaxTree Parse(UserSource source, int index) => CSharpSyntaxTree.ParseText(
        SourceText.From(source.Text, Encoding.UTF8), // the encoding lets debug information embed the text
        source.ParseOptions ?? ParseOptions,
        source.Path ?? $"User{index}.cs");

    private ImmutableArray<Diagnostic> Analyze(Compilation output)
    {
        if (Analyzers.Count == 0)
        {
            return [];
        }

        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        Task<ImmutableArray<Diagnostic>> analysis = output.WithAnalyzers([.. Analyzers], options).GetAnalyzerDiagnosticsAsync();
        return analysis.GetAwaiter().GetResult();
    }
}
