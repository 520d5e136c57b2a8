using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Testing;

/// <summary>Code with marks at the places where diagnostics are expected: <c>[|here|]</c>, or <c>{|NG0001:here|}</c> with the id.</summary>
/// <param name="Text">The code without marks.</param>
/// <param name="Marks">The marked spans of it, in order of their beginnings, each with its id if it has one.</param>
public sealed record MarkedSource(string Text, IReadOnlyList<(TextSpan Span, string? Id)> Marks)
{
    /// <summary>Takes the marks out of code.</summary>
    /// <exception cref="FormatException">A mark is not closed, or closed but not opened.</exception>
    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder();
        var open = new Stack<(int Start, string? Id, string Closer)>();
        var marks = new List<(TextSpan Span, string? Id)>();
        for (int at = 0; at < marked.Length;)
        {
            string two = marked.Substring(at, Math.Min(2, marked.Length - at));
            if (two == "[|")
            {
                open.Push((text.Length, null, "|]"));
                at += 2;
            }
            else if (two == "{|")
            {
                int colon = marked.IndexOf(':', at);
                if (colon < 0)
                {
                    throw new FormatException($"'{{|' is followed by no id and colon in:\n{marked}");
                }

                open.Push((text.Length, marked[(at + 2)..colon], "|}"));
                at = colon + 1;
            }
            else if (two is "|]" or "|}")
            {
                if (!open.TryPop(out var mark) || mark.Closer != two)
                {
                    throw new FormatException($"'{two}' closes no mark in:\n{marked}");
                }

                marks.Add((TextSpan.FromBounds(mark.Start, text.Length), mark.Id));
                at += 2;
            }
            else
            {
                text.Append(marked[at++]);
            }
        }

        return open.Count == 0
            ? new MarkedSource(text.ToString(), [.. marks.OrderBy(mark => mark.Span.Start)])
            : throw new FormatException($"'{open.Peek().Closer}' is missing in:\n{marked}");
    }
}
