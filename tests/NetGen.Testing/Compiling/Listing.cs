using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Testing;

/// <summary>Shows diagnostics and code with line numbers, for the messages of failed assertions.</summary>
public static class Listing
{
    private const int WholeFile = 150;
    private const int Around = 8;

    /// <summary>Diagnostics, then the code they stand in: all of a short file, the neighbourhood in a long one.</summary>
    public static string Of(IReadOnlyCollection<Diagnostic> diagnostics, Compilation compilation)
    {
        var text = new StringBuilder();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Format(diagnostic)}\n");
        }

        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            int[] marked = [.. diagnostics.Where(d => d.Location.SourceTree == tree).Select(Line)];
            text.Append(CultureInfo.InvariantCulture, $"\n{tree.FilePath}\n");
            AppendLines(text, tree.GetText().Lines, marked);
        }

        return text.ToString();
    }

    /// <summary>One diagnostic in one line of invariant text.</summary>
    public static string Format(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        string place = diagnostic.Location.IsInSource
            ? $"{span.Path}({Line(diagnostic)},{span.StartLinePosition.Character + 1}): "
            : string.Empty;
        string severity = diagnostic.Severity.ToString().ToLowerInvariant();
        return $"{place}{severity} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }

    /// <summary>The line of a diagnostic, from 1; 0 if it stands nowhere in the code.</summary>
    internal static int Line(Diagnostic diagnostic) =>
        diagnostic.Location.IsInSource ? diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1 : 0;

    private static void AppendLines(StringBuilder text, TextLineCollection lines, int[] marked)
    {
        bool skipping = false;
        foreach (TextLine line in lines)
        {
            int number = line.LineNumber + 1;
            bool shown = lines.Count <= WholeFile || marked.Any(mark => Math.Abs(mark - number) <= Around);
            if (shown)
            {
                string mark = marked.Contains(number) ? ">" : " ";
                text.Append(CultureInfo.InvariantCulture, $"{mark}{number,5}: {line}\n");
            }
            else if (!skipping)
            {
                text.Append("   ...\n");
            }

            skipping = !shown;
        }
    }
}
