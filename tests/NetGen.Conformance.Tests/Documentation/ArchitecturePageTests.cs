extern alias generator;

using NetGen.Testing;

namespace NetGen.Conformance.Tests.Documentation;

/// <summary>docs/architecture.md shows what the compiler really writes.</summary>
public sealed class ArchitecturePageTests
{
    private static readonly GeneratorHarness Harness = new() { Generators = [new generator::NetGen.Generator.NetworkGenerator()] };

    [Fact]
    public void TheCodeOfTheNetworkIsWhatTheCompilerWrites()
    {
        var blocks = Repository.CodeBlocks(Repository.Read("docs/architecture.md"));
        string written = Compile(blocks.Single(block => block.Contains("class SwishNet", StringComparison.Ordinal)));

        // What is cut short is another network's.
        var shown = blocks.Where(block => block.Contains("Kernels<V>.", StringComparison.Ordinal) || block.Contains("Contract(", StringComparison.Ordinal))
            .Where(block => !block.Contains('…', StringComparison.Ordinal))
            .ToList();

        shown.Count.ShouldBe(2);
        shown.ForEach(block => WithoutIndentation(written).ShouldContain(WithoutIndentation(block), Case.Sensitive, "take it anew from the generated file"));
    }

    [Fact]
    public void WhatIsCutShortIsOfTheNetworkThatIsShared()
    {
        string written = Compile("[Network, Input(784), Dense(512), Relu, Dense(512), Relu, Dense(10), CrossEntropy] public partial class WideNet;");
        string shown = Repository.CodeBlocks(Repository.Read("docs/architecture.md")).Single(block => block.Contains("BackwardShare", StringComparison.Ordinal));

        var lines = shown.Split('\n').Where(line => !line.Contains('…', StringComparison.Ordinal)).ToList();
        lines.Count.ShouldBeGreaterThan(8);
        lines.ForEach(line => written.ShouldContain(line.Trim(), Case.Sensitive, "take it anew from the generated file"));
    }

    private static string Compile(string declaration) => Harness.Run($"using NetGen;\n{declaration}").ShouldCompile().Sources.Single().Text;

    private static string WithoutIndentation(string code) => string.Join('\n', code.Split('\n').Select(line => line.TrimStart()));
}
