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

    private static void ShouldAgree(GeneratorHarness harness, UserSource[] sources)
    {
        GeneratorResult result = harness.Run(sources).ShouldCompile();

        string composed = result.Sources.Single(source => source.HintName == "Composed.g.cs").Text;
        string plain = result.Sources.Single(source => source.HintName == "Plain.g.cs").Text;
        composed.ShouldBe(plain.Replace("Plain", "Composed", StringComparison.Ordinal));
    }
}
