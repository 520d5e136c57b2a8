extern alias generator;

using System.Text.RegularExpressions;
using generator::NetGen.Generator;

namespace NetGen.Generator.Tests.Documentation;

/// <summary>docs/diagnostics.md: a section for every id, whose first example has the problem and whose second is cured.</summary>
public sealed partial class DiagnosticsPageTests
{
    private const string Usings = "using System;\nusing NetGen;\n";

    private static readonly GeneratorHarness Harness = new()
    {
        Generators = [new NetworkGenerator()],
        Analyzers = [new NetworkAnalyzer()],
    };

    public static TheoryData<string, string, string> Examples()
    {
        var examples = new TheoryData<string, string, string>();
        foreach (var (id, text) in Sections())
        {
            var code = Repository.CodeBlocks(text);
            if (code.Count == 2)
            {
                examples.Add(id, code[0], code[1]);
            }
        }

        return examples;
    }

    [Fact]
    public void EveryIdHasASectionAndNoOther()
    {
        var ids = new NetworkAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id);

        Sections().Select(section => section.Id).ShouldBe(ids.Order());
    }

    /// <summary>The language's version is a matter of the project file.</summary>
    [Fact]
    public void EverySectionHasBothExamplesButThoseOfTheLanguageAndOfOurOwnFaults() =>
        Sections().Where(section => Repository.CodeBlocks(section.Text).Count != 2).Select(section => section.Id).ShouldBe(["NG0025", "NG0099"]);

    [Theory]
    [MemberData(nameof(Examples))]
    public void TheFirstExampleHasTheProblemAndTheSecondHasNone(string id, string wrong, string cured)
    {
        Harness.Run(Usings + wrong).AnalyzerDiagnostics.Select(diagnostic => diagnostic.Id).Distinct().ShouldBe([id]);
        Harness.Run(Usings + cured).ShouldCompile();
    }

    private static List<(string Id, string Text)> Sections() =>
        [.. Section().Matches(Repository.Read("docs/diagnostics.md")).Select(match => (match.Groups["id"].Value, match.Groups["text"].Value))];

    [GeneratedRegex("^## (?<id>NG[0-9]{4})\n(?<text>(?:(?!^## ).*\n?)*)", RegexOptions.Multiline)]
    private static partial Regex Section();
}
