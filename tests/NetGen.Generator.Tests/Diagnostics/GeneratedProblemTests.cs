namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>What the generator writes is not there yet when it reads: without a diagnostic, a network would get no code and no word.</summary>
public sealed class GeneratedProblemTests
{
    private const string Encoder = "using NetGen; [Network, Input(4), Dense(8), MeanSquaredError] public partial class Encoder;";

    [Theory]
    [InlineData("[Network, [|Input(Encoder.OutputSize)|], Dense(3), MeanSquaredError] public partial class Net;", "'Encoder.OutputSize' is generated")]
    [InlineData("[Network, Input(2), [|Dense(2 * Encoder.InputSize + 1, Bias = false)|], MeanSquaredError] public partial class Net;", "'Encoder.InputSize' is generated")]
    [InlineData("[Network, Input(2), [|Dense(Net.InputSize)|], MeanSquaredError] public partial class Net;", "'Net.InputSize' is generated")]
    [InlineData("[Network, Input(2), [|Dense(units: Sizes.Double)|], MeanSquaredError] public partial class Net; public static class Sizes { public const int Double = 2 * Single; private const int Single = Encoder.ParameterCount; }", "'Encoder.ParameterCount' is generated")]
    [InlineData("[Network, Input(2), [|Dense((int)Sizes.Out)|], MeanSquaredError] public partial class Net; public enum Sizes { Out = Encoder.OutputSize }", "'Encoder.OutputSize' is generated")]
    [InlineData("[Network, Input(2), [|Own|], MeanSquaredError] public partial class Net; [Dense(Encoder.InputSize), Relu] public sealed class OwnAttribute : CompositeAttribute;", "'Encoder.InputSize' is generated")]
    public void AnArgumentIsNotGenerated(string network, string message) => Of(network, new ExpectedDiagnostic("NG0023", message));

    /// <summary>An editor sees another project's source, generated code and all.</summary>
    [Fact]
    public void WhatIsGeneratedForAnotherProjectIsThere()
    {
        GeneratorResult library = Compiler.Harness.Run(Encoder);
        GeneratorHarness user = Compiler.Harness with { ExtraReferences = [library.Output.WithAssemblyName("Library").ToMetadataReference()] };

        user.ShouldReportNothing("using NetGen; [Network, Input(Encoder.OutputSize), Dense(2 * Encoder.InputSize), MeanSquaredError] public partial class Net;");
    }

    [Fact]
    public void ANameNeedsNoValue() => Compiler.Harness.ShouldReportNothing(
        $"{Encoder} [Network, Input(2), Dense(2, Name = nameof(Encoder.Predict)), MeanSquaredError] public partial class Net;");

    /// <summary>Whatever else may keep the generator from what the analyzer sees: it does not go unnoticed.</summary>
    [Fact]
    public void ANetworkWithoutCodeIsNoticed() => (Compiler.Harness with { Generators = [] }).ShouldReport(
        "[[|NetGen.Network|], NetGen.Input(2), NetGen.Dense(1), NetGen.MeanSquaredError] public partial class Net;",
        new ExpectedDiagnostic("NG0023", "'Net' got no code, since something in its declaration was not there yet when it was read"));

    [Theory]
    [InlineData("x / Encoder.OutputSize")]
    [InlineData("x * Half; private const float Half = 0.5f * Encoder.OutputSize")]
    public void AnActivationNamesNothingGenerated(string body) => Of(
        $"[Network, Input(2), Dense(2), [|Activation(\"F\")|], MeanSquaredError] public partial class Net {{ [Activation] public static float F(float x) => {body}; }}",
        new ExpectedDiagnostic("NG0015", "'Encoder.OutputSize' is generated"));

    private static void Of(string network, params ExpectedDiagnostic[] expected) =>
        Compiler.Harness.ShouldReport(network.Insert(0, "using NetGen; "), [Encoder], expected)
            .Sources.Where(source => !Refusal.IsStub(source)).ShouldHaveSingleItem().HintName.ShouldBe("Encoder.g.cs");
}
