using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Testing;

/// <summary>Asserts that code has exactly the diagnostics that a test expects, whoever reports them.</summary>
public static class DiagnosticsAssertions
{
    /// <summary>Fails unless code has the expected diagnostics and no other.</summary>
    /// <param name="harness">Its generators, its analyzers and the compiler are asked.</param>
    /// <param name="markedSource">
    /// Code, where wanted with marks: a diagnostic's span is then exactly the marked one. A mark <c>{|NG0001:here|}</c> stands for
    /// itself; each <c>[|here|]</c>, in order, is the place of the next of <paramref name="expected"/>.
    /// </param>
    /// <param name="expected">The diagnostics, in any order but for marks.</param>
    /// <returns>What came of the run, to assert more on.</returns>
    /// <exception cref="AssertionFailedException">They differ; the message shows both, and the code with line numbers.</exception>
    public static GeneratorResult ShouldReport(this GeneratorHarness harness, string markedSource, params ExpectedDiagnostic[] expected) =>
        ShouldReport(harness, markedSource, [], expected);

    /// <inheritdoc cref="ShouldReport(GeneratorHarness, string, ExpectedDiagnostic[])"/>
    /// <param name="harness">Its generators, its analyzers and the compiler are asked.</param>
    /// <param name="markedSource">Code, where wanted with marks.</param>
    /// <param name="otherSources">Files without marks, which follow it.</param>
    /// <param name="expected">The diagnostics, in any order but for marks.</param>
    /// <returns>What came of the run, to assert more on.</returns>
    public static GeneratorResult ShouldReport(
        this GeneratorHarness harness, string markedSource, IReadOnlyList<UserSource> otherSources, params ExpectedDiagnostic[] expected)
    {
        MarkedSource marked = MarkedSource.Parse(markedSource);
        GeneratorResult result = harness.Run([marked.Text, .. otherSources]);
        SyntaxTree markedTree = result.Input.SyntaxTrees[0];

        List<Diagnostic> unexpected = [.. result.Diagnostics];
        var missing = new List<string>();
        foreach ((ExpectedDiagnostic wanted, TextSpan? span) in Places(marked, expected))
        {
            int match = unexpected.FindIndex(diagnostic => Fits(diagnostic, wanted)
                && (span is null || (diagnostic.Location.SourceTree == markedTree && diagnostic.Location.SourceSpan == span)));
            if (match >= 0)
            {
                unexpected.RemoveAt(match);
            }
            else
            {
                missing.Add($"  {wanted}{(span is { } place ? $" at '{marked.Text.Substring(place.Start, place.Length)}'" : string.Empty)}\n");
            }
        }

        if (missing.Count > 0 || unexpected.Count > 0)
        {
            Diagnostic[] all = [.. result.Diagnostics];
            throw new AssertionFailedException(
                $"Missing:\n{string.Concat(missing)}Unexpected:\n{string.Concat(unexpected.Select(diagnostic => $"  {Listing.Format(diagnostic)}\n"))}All:\n{Listing.Of(all, result.Output)}");
        }

        return result;
    }

    /// <summary>Fails if code has any diagnostic.</summary>
    /// <exception cref="AssertionFailedException">It has one; the message shows the code with line numbers.</exception>
    public static void ShouldReportNothing(this GeneratorHarness harness, params UserSource[] sources) =>
        harness.Run(sources).ShouldCompile();

    private static IEnumerable<(ExpectedDiagnostic Wanted, TextSpan? Span)> Places(MarkedSource marked, ExpectedDiagnostic[] expected)
    {
        TextSpan[] anonymous = [.. marked.Marks.Where(mark => mark.Id is null).Select(mark => mark.Span)];
        if (anonymous.Length > expected.Length)
        {
            throw new ArgumentException($"There are {anonymous.Length} marks without an id, but {expected.Length} expected diagnostics.");
        }

        IEnumerable<(ExpectedDiagnostic, TextSpan?)> own = marked.Marks
            .Where(mark => mark.Id is not null)
            .Select(mark => (new ExpectedDiagnostic(mark.Id!), (TextSpan?)mark.Span));
        return own.Concat(expected.Select((wanted, index) => (wanted, index < anonymous.Length ? anonymous[index] : (TextSpan?)null)));
    }

    private static bool Fits(Diagnostic diagnostic, ExpectedDiagnostic wanted) =>
        diagnostic.Id == wanted.Id
        && (wanted.Line is null || wanted.Line == Listing.Line(diagnostic))
        && (wanted.MessagePart is null
            || diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Contains(wanted.MessagePart, StringComparison.Ordinal));
}
