using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Testing;

/// <summary>What came of one run of a <see cref="GeneratorHarness"/>.</summary>
public sealed record GeneratorResult
{
    /// <summary>User code alone.</summary>
    public required CSharpCompilation Input { get; init; }

    /// <summary>User code and generated code.</summary>
    public required CSharpCompilation Output { get; init; }

    /// <summary>The driver's own account, with its tracked steps.</summary>
    public required GeneratorDriverRunResult DriverResult { get; init; }

    /// <summary>What the driver reports; a generator that threw is CS8785.</summary>
    public required ImmutableArray<Diagnostic> GeneratorDiagnostics { get; init; }

    /// <summary>What the analyzers report; an analyzer that threw is AD0001.</summary>
    public required ImmutableArray<Diagnostic> AnalyzerDiagnostics { get; init; }

    /// <summary>The compiler's warnings and errors about user code and generated code.</summary>
    public required ImmutableArray<Diagnostic> CompileDiagnostics { get; init; }

    /// <summary>Every diagnostic, whoever reported it.</summary>
    public IEnumerable<Diagnostic> Diagnostics => [.. GeneratorDiagnostics, .. AnalyzerDiagnostics, .. CompileDiagnostics];

    /// <summary>What the generators wrote, ordered by hint name within each of them.</summary>
    public IReadOnlyList<GeneratedSource> Sources =>
    [
        .. DriverResult.Results.SelectMany(result => result.GeneratedSources
            .OrderBy(source => source.HintName, StringComparer.Ordinal)
            .Select(source => new GeneratedSource(source.HintName, source.SourceText.ToString()))),
    ];

    /// <summary>Fails if there was any diagnostic.</summary>
    /// <returns>This result.</returns>
    /// <exception cref="AssertionFailedException">There was one; the message shows each, and the code with line numbers.</exception>
    public GeneratorResult ShouldCompile()
    {
        Diagnostic[] found = [.. Diagnostics];
        return found.Length == 0
            ? this
            : throw new AssertionFailedException($"Expected no diagnostics.\n{Listing.Of(found, Output)}");
    }

    /// <summary>Emits and loads the code; fails if there was any diagnostic.</summary>
    /// <exception cref="AssertionFailedException">There was one.</exception>
    public LoadedCode Load()
    {
        ShouldCompile();
        using IDisposable culture = HostileCulture.Enter();
        return LoadedCode.Load(Output);
    }
}
