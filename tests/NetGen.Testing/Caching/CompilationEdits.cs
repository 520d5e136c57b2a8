using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Testing;

/// <summary>The edits that a user makes, as an editor makes them: only what changed is parsed again.</summary>
public static class CompilationEdits
{
    /// <summary>Replaces the only occurrence of a text in all files.</summary>
    /// <exception cref="AssertionFailedException">The text does not occur exactly once.</exception>
    public static CSharpCompilation Replace(this CSharpCompilation compilation, string oldText, string newText)
    {
        (SyntaxTree Tree, int Start)[] places = [.. compilation.SyntaxTrees.SelectMany(tree => Places(tree, oldText))];
        if (places is not [(SyntaxTree tree, int start)])
        {
            throw new AssertionFailedException($"Expected to find '{oldText}' once, but found it {places.Length} times.");
        }

        SourceText text = tree.GetText().WithChanges(new TextChange(new TextSpan(start, oldText.Length), newText));
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text));
    }

    /// <summary>Adds a file, parsed like the first one.</summary>
    public static CSharpCompilation AddFile(this CSharpCompilation compilation, string text, string path = "Added.cs") =>
        compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)compilation.SyntaxTrees[0].Options, path));

    private static IEnumerable<(SyntaxTree Tree, int Start)> Places(SyntaxTree tree, string searched)
    {
        string text = tree.GetText().ToString();
        for (int at = text.IndexOf(searched, StringComparison.Ordinal); at >= 0; at = text.IndexOf(searched, at + 1, StringComparison.Ordinal))
        {
            yield return (tree, at);
        }
    }
}
