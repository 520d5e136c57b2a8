namespace NetGen.Generator.Tests.Diagnostics;

public sealed class LossProblemTests
{
    [Theory]
    [InlineData("[Input(2), Dense(1)]", "NG0007", "such as [CrossEntropy] or [MeanSquaredError]")]
    [InlineData("[Input(2), Dense(1), MeanSquaredError, [|Huber|]]", "NG0007", "there are MeanSquaredError and Huber")]
    [InlineData("[Input(2), Dense(1), MeanSquaredError, Adam, [|Sgd|]]", "NG0008", "there are Adam and Sgd")]
    public void ThereIsOneLossAndAtMostOneOptimizer(string attributes, string id, string message) =>
        Refusal.OfLayers(attributes, id, message);

    [Fact]
    public void TheSameLossTwiceIsAnErrorOfTheLanguageToo() => Refusal.Of(
        Compiler.Net("[Input(2), Dense(1), MeanSquaredError, [|MeanSquaredError|]]"),
        new ExpectedDiagnostic("NG0007", "there are MeanSquaredError and MeanSquaredError"),
        new ExpectedDiagnostic("CS0579"));

    [Theory]
    [InlineData("[Input(2), Dense(3), Softmax, [|CrossEntropy|]]", "CrossEntropy takes logits, but 'softmax1' is a Softmax")]
    [InlineData("[Input(2, 3), Dense(4), [|CrossEntropy|]]", "one axis of at least 2 classes, but 'dense1' is [2, 4]")]
    [InlineData("[Input(2), Dense(1), [|CrossEntropy|]]", "one axis of at least 2 classes, but 'dense1' is [1]")]
    [InlineData("[Input(2), Dense(1), Sigmoid, [|BinaryCrossEntropy|]]", "BinaryCrossEntropy takes logits, but 'sigmoid1' is a Sigmoid")]
    [InlineData("[Input(2), Dense(1), HardSigmoid, [|BinaryCrossEntropy|]]", "'hardSigmoid1' is a HardSigmoid")]
    [InlineData("[Input(2), Dense(3), Softmax, [|BinaryCrossEntropy|]]", "'softmax1' is a Softmax")]
    public void TheLossFitsTheLastLayer(string attributes, string message) => Refusal.OfLayers(attributes, "NG0013", message);

    [Theory]
    [InlineData("Huber(Delta = 0)", "Delta must be positive and finite, but is 0")]
    [InlineData("Huber(Delta = -0.5)", "but is -0.5")]
    [InlineData("Huber(Delta = double.NaN)", "but is NaN")]
    [InlineData("Huber(Delta = double.PositiveInfinity)", "but is Infinity")]
    public void LossesHaveRanges(string loss, string message) => Refusal.OfLayers($"[Input(2), Dense(1), [|{loss}|]]", "NG0014", message);

    [Theory]
    [InlineData("CrossEntropy(LabelSmoothing = 1)", "LabelSmoothing must be from 0 to below 1, but is 1")]
    [InlineData("CrossEntropy(LabelSmoothing = -0.1)", "but is -0.1")]
    [InlineData("CrossEntropy(LabelSmoothing = double.NaN)", "but is NaN")]
    public void SmoothingIsAShare(string loss, string message) => Refusal.OfLayers($"[Input(2), Dense(2), [|{loss}|]]", "NG0014", message);
}
