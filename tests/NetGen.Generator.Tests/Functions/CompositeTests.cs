using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests.Functions;

public sealed class CompositeTests
{
    private const string Library = """
        using NetGen;

        namespace Library;

        [Dense(3, Init = Init.HeUniform), Relu]
        public sealed class HiddenAttribute : CompositeAttribute;

        [Hidden, Hidden]
        public class DeepAttribute : CompositeAttribute;

        [MeanSquaredError, Sgd(LearningRate = 0.25)]
        public sealed class FittedAttribute<T> : CompositeAttribute;
        """;

    private const string Plain = "[NetGen.Network, NetGen.Input(2), NetGen.Dense(3, Init = NetGen.Init.HeUniform), NetGen.Relu, NetGen.Dense(3, Init = NetGen.Init.HeUniform), NetGen.Relu, NetGen.Dense(1), NetGen.MeanSquaredError, NetGen.Sgd(LearningRate = 0.25)] public partial class Plain;";

    private const string Composed = "[NetGen.Network, NetGen.Input(2), Library.Deep, NetGen.Dense(1), Library.Fitted<int>] public partial class Composed;";

    [Fact]
    public void ACompositeStandsForItsParts() => ShouldAgree(Compiler.Harness, [Library, Plain, Composed]);

    [Fact]
    public void ACompositeMayComeFromAnotherAssembly()
    {
        using var assembly = new MemoryStream();
        CSharpCompilation library = Compiler.Harness.CreateCompilation(Library).WithAssemblyName("Library");
        library = library.WithOptions(library.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default));
        library.Emit(assembly).Success.ShouldBeTrue();

        ShouldAgree(Compiler.Harness with { ExtraReferences = [MetadataReference.CreateFromImage(assembly.ToArray())] }, [Plain, Composed]);
    }

    /// <summary>What a composite names is its own: each use of a block joins its own layers, as if they were written out.</summary>
    [Theory]
    [InlineData(
        "Block, Block, Dense(1)",
        "Dense(4), Relu, Dense(4), Add(\"relu1\"), Dense(4), Relu, Dense(4), Add(\"relu2\"), Dense(1)",
        "[Dense(4), Relu, Dense(4), Add(\"relu1\")] public sealed class BlockAttribute : CompositeAttribute;")]
    [InlineData(
        "Relu, Block, Block, Add(\"h\"), Add(\"h2\"), Dense(1)",
        "Relu, Dense(4, Name = \"h\"), Relu, Add(\"h\"), Dense(4, Name = \"h2\"), Relu, Add(\"h2\"), Add(\"h\"), Add(\"h2\"), Dense(1)",
        "[Dense(4, Name = \"h\"), Relu, Add(\"h\")] public sealed class BlockAttribute : CompositeAttribute;")]
    [InlineData(
        "Dense(4, Name = \"h\"), Block, Add(\"h\"), Dense(1)",
        "Dense(4, Name = \"h\"), Dense(4, Name = \"h2\"), Add(\"h2\"), Add(\"h\"), Dense(1)",
        "[Dense(4, Name = \"h\"), Add(\"h\")] public sealed class BlockAttribute : CompositeAttribute;")]
    [InlineData(
        "Dense(4), Outer, Outer, Dense(1)",
        "Dense(4), Dense(4), Relu, Add(\"dense2\"), Dense(4), Relu, Add(\"dense3\"), Add(\"dense2\"), Add(\"input1\"), Dense(4), Relu, Add(\"dense4\"), Dense(4), Relu, Add(\"dense5\"), Add(\"dense4\"), Add(\"input1\"), Dense(1)",
        "[Inner, Inner, Add(\"dense1\"), Add(\"input1\")] public sealed class OuterAttribute : CompositeAttribute; [Dense(4), Relu, Add(\"dense1\")] public sealed class InnerAttribute : CompositeAttribute;")]
    public void NamesWithinACompositeMeanItsOwnLayers(string composed, string plain, string composites)
    {
        GeneratorResult result = Compiler.Harness.Run($$"""
            using NetGen;
            {{composites}}
            [Network, Input(4), {{plain}}, MeanSquaredError] public partial class Plain;
            [Network, Input(4), {{composed}}, MeanSquaredError] public partial class Composed;
            """).ShouldCompile();

        ShouldAgree(result);
    }

    private static void ShouldAgree(GeneratorHarness harness, UserSource[] sources) => ShouldAgree(harness.Run(sources).ShouldCompile());

    private static void ShouldAgree(GeneratorResult result)
    {
        string composed = result.Sources.Single(source => source.HintName == "Composed.g.cs").Text;
        string plain = result.Sources.Single(source => source.HintName == "Plain.g.cs").Text;
        composed.ShouldBe(plain.Replace("Plain", "Composed", StringComparison.Ordinal));
    }
}
