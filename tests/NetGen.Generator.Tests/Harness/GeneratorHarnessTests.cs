extern alias generator;

using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Tests.Harness.StandIns;

namespace NetGen.Generator.Tests.Harness;

public sealed class GeneratorHarnessTests
{
    private const string Net = """
        using NetGen;

        namespace Demo;

        [Network]
        [Input(2), Dense(1)]
        public partial class Net;
        """;

    private static readonly GeneratorHarness Harness = new() { Generators = [new StandInGenerator()] };

    [Fact]
    public void ReturnsWhatWasGenerated()
    {
        GeneratorResult result = Harness.Run(Net).ShouldCompile();

        GeneratedSource source = result.Sources.ShouldHaveSingleItem();
        source.HintName.ShouldBe("Demo.Net.g.cs");
        source.Text.ShouldContain("partial class Net");
    }

    [Fact]
    public void GivesAnInstance()
    {
        using LoadedCode code = Harness.CompileAndLoad(Net);
        float[] outputs = new float[2];

        code.CreateNetwork<float>(seed: 7).PredictMany([], outputs);

        outputs.ShouldBe([7f, 7f]);
    }

    [Fact]
    public void FindsANetworkByNameAndPrecision()
    {
        using LoadedCode code = Harness.CompileAndLoad(Net, "namespace Demo; [NetGen.Network(Precision = NetGen.Precision.Double)] public partial class Other;");

        code.CreateNetwork<double>().GetType().FullName.ShouldBe("Demo.Other");
        code.CreateNetwork<float>("Demo.Net").ShouldNotBeNull();
        Should.Throw<AssertionFailedException>(() => code.CreateNetwork<float>("Demo.Other")).Message.ShouldContain("Demo.Net");
    }

    [Fact]
    public void GivesAMethodOfUserCode()
    {
        using LoadedCode code = Harness.CompileAndLoad(Net, """
            public static class Probe
            {
                public static float Predict(float[] outputs)
                {
                    new Demo.Net(seed: 5).PredictMany([], outputs);
                    return outputs[0];
                }
            }
            """);

        code.Method<Func<float[], float>>("Probe", "Predict")(new float[1]).ShouldBe(5f);
    }

    [Fact]
    public void TakesSeveralSourcesWithOptionsOfTheirOwn()
    {
        CSharpParseOptions withSymbol = Harness.ParseOptions.WithPreprocessorSymbols("ODD");
        const string text = """
            #if ODD
            namespace Demo { public partial class Net { public static int Odd => 1; } }
            #endif
            """;

        using LoadedCode code = Harness.CompileAndLoad(Net, new UserSource(text, "Odd.cs", withSymbol), new UserSource(text, "Even.cs"));

        code.GetType("Demo.Net").GetProperty("Odd").ShouldNotBeNull();
    }

    [Fact]
    public void TakesExtraReferences()
    {
        const string text = "public static class Uses { public static object Assertion => typeof(Shouldly.Should); }";
        Harness.Run(text).Diagnostics.ShouldNotBeEmpty();

        (Harness with { ExtraReferences = [References.Of(typeof(Should))] }).Run(text).ShouldCompile();
    }

    [Fact]
    public void CompilesAgainstTheAttributesOfTheLibraryAlone()
    {
        // The generator has a copy of them, which the alias keeps apart here, and the references keep away from user code.
        typeof(generator::NetGen.DenseAttribute).ShouldNotBe(typeof(DenseAttribute));

        Harness.CreateCompilation(Net).GetTypesByMetadataName("NetGen.DenseAttribute").ShouldHaveSingleItem();
    }

    [Fact]
    public void FailsOnAWarningAndPrintsTheCode()
    {
        GeneratorResult result = Harness.Run("public class Wrong\n{\n    public string Text { get; }\n}\n");

        string message = Should.Throw<AssertionFailedException>(() => result.ShouldCompile()).Message;

        message.ShouldContain("User0.cs(3,19): error CS8618");
        message.ShouldContain(">    3:     public string Text { get; }");
    }

    [Fact]
    public void AsksForDocumentationOfGeneratedCodeOnly()
    {
        var harness = new GeneratorHarness { Generators = [new EmittingGenerator(("Bare.g.cs", () => "public class Bare;"))] };

        harness.Run("public class User;").CompileDiagnostics.ShouldHaveSingleItem().Id.ShouldBe("CS1591");
    }

    [Fact]
    public void GeneratesUnderAHostileCulture()
    {
        var harness = new GeneratorHarness { Generators = [EmittingGenerator.InCurrentCulture(-0.5)] };

        Should.Throw<AssertionFailedException>(() => harness.CompileAndLoad(string.Empty)).Message.ShouldContain("= \u22120,5;");
    }

    [Fact]
    public void FailsOnAGeneratorThatThrows()
    {
        var harness = new GeneratorHarness { Generators = [new EmittingGenerator(("Any.g.cs", () => throw new InvalidOperationException("on purpose")))] };

        Should.Throw<AssertionFailedException>(() => harness.CompileAndLoad(string.Empty)).Message.ShouldContain("CS8785");
    }
}
