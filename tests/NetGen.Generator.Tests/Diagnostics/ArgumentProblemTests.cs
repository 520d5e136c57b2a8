namespace NetGen.Generator.Tests.Diagnostics;

public sealed class ArgumentProblemTests
{
    [Theory]
    [InlineData("ClipGradients", "Norm is 0 and Value is 0")]
    [InlineData("ClipGradients(Norm = 1, Value = 2.5)", "Norm is 1 and Value is 2.5")]
    [InlineData("ClipGradients(Norm = -1)", "Norm is -1")]
    [InlineData("ClipGradients(Value = double.NaN)", "Value is NaN")]
    [InlineData("ClipGradients(Norm = double.PositiveInfinity)", "Norm must be finite, but is Infinity")]
    [InlineData("Regularize(L1 = -0.5)", "L1 must be at least 0 and finite, but is -0.5")]
    [InlineData("Regularize(L2 = -0.5)", "L2 must be at least 0 and finite, but is -0.5")]
    [InlineData("Regularize(L2 = double.NaN)", "L2 must be at least 0 and finite, but is NaN")]
    [InlineData("Regularize(L1 = double.PositiveInfinity)", "L1 must be at least 0 and finite, but is Infinity")]
    [InlineData("Adam(Beta1 = 1)", "Beta1 must be from 0 to below 1, but is 1")]
    [InlineData("Adam(Beta2 = -0.5)", "Beta2 must be from 0 to below 1, but is -0.5")]
    [InlineData("Adam(Epsilon = -1)", "Epsilon must be at least 0 and finite, but is -1")]
    [InlineData("Adam(LearningRate = 0)", "LearningRate must be positive and finite, but is 0")]
    [InlineData("Adam(LearningRate = double.NaN)", "LearningRate must be positive and finite, but is NaN")]
    [InlineData("Adam(LearningRate = double.PositiveInfinity)", "LearningRate must be positive and finite, but is Infinity")]
    [InlineData("AdamW(WeightDecay = -0.5)", "WeightDecay must be at least 0 and finite, but is -0.5")]
    [InlineData("Sgd(LearningRate = -0.5)", "LearningRate must be positive and finite, but is -0.5")]
    [InlineData("Sgd(Momentum = 1)", "Momentum must be from 0 to below 1, but is 1")]
    [InlineData("Sgd(Nesterov = true)", "Momentum must be positive under Nesterov, but is 0")]
    [InlineData("Sgd(Nesterov = true, Momentum = 0.9, Dampening = 0.5)", "Dampening must be 0 under Nesterov, but is 0.5")]
    [InlineData("Sgd(Momentum = 0.9, Dampening = 2)", "Dampening must be from 0 to 1, but is 2")]
    [InlineData("Sgd(Nesterov = true, Momentum = -1)", "Momentum must be from 0 to below 1, but is -1")]
    [InlineData("Sgd(Nesterov = true, Momentum = 0.9, Dampening = double.NaN)", "Dampening must be 0 under Nesterov, but is NaN")]
    [InlineData("RmsProp(Decay = 1)", "Decay must be from 0 to below 1, but is 1")]
    [InlineData("AdaGrad(Epsilon = -1)", "Epsilon must be at least 0 and finite, but is -1")]
    [InlineData("Adam(Epsilon = 1e-50)", "Epsilon must be within the range of float, but is 1E-50")]
    [InlineData("Regularize(L2 = 1e39)", "L2 must be within the range of float, but is 1E+39")]
    [InlineData("ClipGradients(Norm = 1e300)", "Norm must be within the range of float, but is 1E+300")]
    [InlineData("AdaDelta(Epsilon = 0)", "Epsilon must be positive and finite, but is 0")]
    public void SettingsHaveRanges(string setting, string message) =>
        Refusal.OfLayers($"[Input(2), Dense(1), MeanSquaredError, [|{setting}|]]", "NG0014", message);

    [Theory]
    [InlineData("Dense(2, Init = (Init)99)", "Init must be one of Default, HeNormal, HeUniform, XavierNormal, XavierUniform, LeCunNormal, LeCunUniform, Normal, Uniform, Constant, but is 99")]
    [InlineData("Dense(2, InitScale = double.NaN)", "'dense1': InitScale must be at least 0 and finite, but is NaN")]
    [InlineData("Dense(2, Init = Init.Normal, InitScale = -1)", "'dense1': InitScale must be at least 0 and finite, but is -1")]
    [InlineData("Dense(2, Init = Init.Uniform, InitScale = double.PositiveInfinity)", "'dense1': InitScale must be at least 0 and finite, but is Infinity")]
    [InlineData("Dense(2, Init = Init.Constant, InitScale = double.NegativeInfinity)", "'dense1': InitScale must be finite, but is -Infinity")]
    [InlineData("LeakyRelu(Slope = double.PositiveInfinity)", "'leakyRelu1': Slope must be finite, but is Infinity")]
    [InlineData("Elu(Alpha = double.NaN)", "'elu1': Alpha must be finite, but is NaN")]
    [InlineData("PRelu(InitialSlope = double.NegativeInfinity)", "'pRelu1': InitialSlope must be finite, but is -Infinity")]
    [InlineData("BatchNorm(Momentum = 1.5)", "'batchNorm1': Momentum must be from 0 to 1, but is 1.5")]
    [InlineData("BatchNorm(Momentum = double.NaN)", "'batchNorm1': Momentum must be from 0 to 1, but is NaN")]
    [InlineData("BatchNorm(Epsilon = 0)", "'batchNorm1': Epsilon must be positive and finite, but is 0")]
    [InlineData("LayerNorm(Epsilon = -1)", "'layerNorm1': Epsilon must be positive and finite, but is -1")]
    [InlineData("RmsNorm(Epsilon = double.PositiveInfinity)", "'rmsNorm1': Epsilon must be positive and finite, but is Infinity")]
    [InlineData("BatchNorm(Epsilon = 1e-50)", "'batchNorm1': Epsilon must be within the range of float, but is 1E-50")]
    [InlineData("LeakyRelu(Slope = -1e300)", "'leakyRelu1': Slope must be within the range of float, but is -1E+300")]
    [InlineData("GaussianNoise(1e300)", "'gaussianNoise1': StandardDeviation must be within the range of float, but is 1E+300")]
    [InlineData("Dense(2, Init = Init.Constant, InitScale = 1e300)", "'dense1': InitScale must be within the range of float, but is 1E+300")]
    [InlineData("Dropout(1)", "'dropout1': Rate must be from 0 to below 1, but is 1")]
    [InlineData("Dropout(-0.1)", "'dropout1': Rate must be from 0 to below 1, but is -0.1")]
    [InlineData("Dropout(double.NaN)", "'dropout1': Rate must be from 0 to below 1, but is NaN")]
    [InlineData("GaussianNoise(-1)", "'gaussianNoise1': StandardDeviation must be at least 0 and finite, but is -1")]
    [InlineData("Add(null!)", "The arguments of AddAttribute are missing, null or not constant")]
    [InlineData("Activation(null!)", "The arguments of ActivationAttribute are missing, null or not constant")]
    public void LayersHaveRanges(string layer, string message) =>
        Refusal.OfLayers($"[Input(2), [|{layer}|], Dense(1), MeanSquaredError]", "NG0014", message);

    [Fact]
    public void AConstantMayBeNegative() =>
        Compiler.Harness.ShouldReportNothing(Compiler.Net("[Input(2), Dense(1, Init = Init.Constant, InitScale = -0.5), MeanSquaredError]"));

    [Fact]
    public void AnInputOfNullIsRefused() => Refusal.OfLayers("[[|Input(null!)|], Dense(1), MeanSquaredError]", "NG0014", "null");

    [Fact]
    public void PrecisionsAreNamed() => Refusal.Of(
        "using NetGen; [[|Network(Precision = (Precision)7)|], Input(2), Dense(1), MeanSquaredError] public partial class Net;",
        new ExpectedDiagnostic("NG0014", "Precision must be one of Single, Double, but is 7"));

    [Theory]
    [InlineData("Dense(\"x\")", "CS1503")]
    [InlineData("Dense", "CS7036")]
    [InlineData("Dense(Units)", "CS0182")]
    [InlineData("Dense(1 / 0)", "CS0020")]
    [InlineData("Dense(Missing)", "CS0103")]
    public void ArgumentsThatDoNotCompileAreRefused(string layer, string error) => Refusal.Of(
        Compiler.Net($"[Input(2), [|{layer}|], MeanSquaredError]", "private static readonly int Units = 3; public static int Use => Units;"),
        new ExpectedDiagnostic("NG0014", "The arguments of DenseAttribute are missing, null or not constant"),
        new ExpectedDiagnostic(error));

    [Theory]
    [InlineData("Dense(1, Foo = 2)", "CS0246")]
    [InlineData("Dense(1, Name = \"a\", Name = \"b\")", "CS0643")]
    [InlineData("Dense(1), Unheard", "CS0246")]
    public void ErrorsOfTheLanguageDoNoHarm(string layer, string error)
    {
        GeneratorResult result = Compiler.Harness.Run(Compiler.Net($"[Input(2), {layer}, MeanSquaredError]"));

        result.GeneratorDiagnostics.ShouldBeEmpty();
        result.AnalyzerDiagnostics.ShouldBeEmpty();
        result.CompileDiagnostics.ShouldContain(diagnostic => diagnostic.Id == error);
    }

    [Fact]
    public void ManyProblemsAreAllReported() => Refusal.Of(Compiler.Net("""
        [Input(2)]
        [Dense(2, Name = "a"), {|NG0011:Relu(Name = "a")|}]
        [{|NG0009:Dense(0)|}]
        [{|NG0014:Sgd(LearningRate = 0)|}, {|NG0008:Adam|}]
        [{|NG0014:ClipGradients|}]
        """).Replace("[Network]", "[{|NG0007:Network|}]", StringComparison.Ordinal));
}
