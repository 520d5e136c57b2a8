extern alias generator;

using NetGen.Reference;
using NetGen.Testing;

namespace NetGen.Conformance.Tests.Documentation;

/// <summary>README.md claims nothing that does not compile, and shows what the compiler really writes.</summary>
public sealed class ReadmeTests
{
    /// <summary>What the page's statements speak of without declaring it.</summary>
    private const string Surroundings = """
        using System;
        using NetGen;
        using NetGen.Reference;
        using NetGen.Weights;

        internal static class Page
        {
            private static readonly float[] inputs = new float[128], points = new float[4], values = new float[2], pixels = new float[64], batch = new float[128];
            private static readonly int[] labels = new int[2], batchLabels = new int[2];
            private static readonly Dataset<float> train = Dataset.Labeled(inputs, labels), test = train, validation = train;
            private static readonly DigitNet net = new();
            private static readonly INetwork<float> irisNet = net;
            private static readonly Schedule schedule = Schedule.Constant(0.1);
        """;

    private static readonly GeneratorHarness Harness = new()
    {
        Generators = [new generator::NetGen.Generator.NetworkGenerator()],
        Analyzers = [new generator::NetGen.Generator.NetworkAnalyzer()],
        ExtraReferences = [References.Of(typeof(GradientCheck))],
    };

    // The whole program is built and run by .ci/package.
    private static readonly IReadOnlyList<string> Blocks = [.. Repository.CodeBlocks(Repository.Read("README.md")).Where(block => !IsProgram(block))];

    private static IEnumerable<string> Declarations => Blocks.Where(IsDeclaration);

    private static string Excerpt => Blocks.Single(IsExcerpt);

    [Fact]
    public void EveryPieceOfCodeCompiles()
    {
        var statements = Blocks.Where(block => !IsDeclaration(block) && !IsExcerpt(block));
        string methods = string.Concat(statements.Select((block, number) => $"public static void Block{number}()\n{{\n{block}}}\n"));
        string declarations = string.Concat(Declarations).Replace("using NetGen;", "", StringComparison.Ordinal);

        Harness.Run($"{Surroundings}\n{methods}}}\n{declarations}").ShouldCompile();
    }

    [Fact]
    public void TheExcerptIsWhatTheCompilerWrites()
    {
        string declaration = Declarations.Single(block => block.Contains("WorkedNet", StringComparison.Ordinal));
        string written = Harness.Run($"using NetGen;\n{declaration}").ShouldCompile().Sources.Single().Text;

        WithoutIndentation(written).ShouldContain(WithoutIndentation(Excerpt), Case.Sensitive, "take the excerpt anew from the generated file");
    }

    private static bool IsDeclaration(string block) => block.Contains("[Network", StringComparison.Ordinal);

    private static bool IsProgram(string block) => IsDeclaration(block) && block.Contains(".Fit(", StringComparison.Ordinal);

    private static bool IsExcerpt(string block) => block.Contains("MultiplyAdd(", StringComparison.Ordinal);

    private static string WithoutIndentation(string code) => string.Join('\n', code.Split('\n').Select(line => line.TrimStart()));
}
