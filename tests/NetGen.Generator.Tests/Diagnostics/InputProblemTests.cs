namespace NetGen.Generator.Tests.Diagnostics;

public sealed class InputProblemTests
{
    [Theory]
    [InlineData("[[|Dense(1)|]] [MeanSquaredError]", "NG0005", "The first layer must be an Input with the shape of one sample")]
    [InlineData("[MeanSquaredError]", "NG0005", "[Input(64)]")]
    [InlineData("[Dense(3)] [[|Input(2)|]] [Dense(1)] [MeanSquaredError]", "NG0005", "before every other layer, but 'dense1' stands before it")]
    [InlineData("[[|Input(2)|]] [MeanSquaredError]", "NG0006", "The input is the only layer")]
    [InlineData("[Input(2), Relu] [MeanSquaredError]", "NG0006", "such as [Dense(10)]")]
    public void ANetworkBeginsWithItsOneInputAndLearns(string attributes, string id, string message) =>
        Refusal.OfLayers(attributes, id, message);

    [Theory]
    [InlineData("[Input(3, 2), [|BatchNorm|], Dense(1)] [MeanSquaredError]", "NG0020", "a shape of one axis, but 'input1' is [3, 2]")]
    [InlineData("[Input(2), Dense(2), [|InputScaling|]] [MeanSquaredError]", "NG0021", "but 'inputScaling1' reads 'dense1'")]
    [InlineData("[Input(2), InputScaling, [|InputScaling|], Dense(1)] [MeanSquaredError]", "NG0021", "but 'inputScaling2' reads 'inputScaling1'")]
    [InlineData("[Input(2), InputScaling, Dropout(0.5)] [MeanSquaredError]", "NG0006", "such as [Dense(10)]")]
    public void LayersHaveShapesAndPlaces(string attributes, string id, string message) => Refusal.OfLayers(attributes, id, message);

    [Fact]
    public void ASecondInputIsRefused() => Refusal.Of(
        Compiler.Net("[Input(2), [|Input(3)|], Dense(1)] [MeanSquaredError]"),
        new ExpectedDiagnostic("NG0005", "Expected one Input, but this is another"),
        new ExpectedDiagnostic("CS0579"));

    [Fact]
    public void ASecondInputWithinACompositeIsRefused() => Refusal.Of(
        $"{Compiler.Net("[Input(2), [|Begin|], Dense(1)] [MeanSquaredError]")} [Input(3)] public sealed class BeginAttribute : CompositeAttribute;",
        new ExpectedDiagnostic("NG0005", "Expected one Input, but this is another"));

    [Fact]
    public void NetworkAloneLacksEverything() => Refusal.Of(
        "[{|NG0005:{|NG0007:NetGen.Network|}|}] public partial class Net;");

    [Theory]
    [InlineData("[[|Input(0)|], Dense(1), MeanSquaredError]", "NG0009", "but its shape is [0]")]
    [InlineData("[[|Input(-1)|], Dense(1), MeanSquaredError]", "NG0009", "but its shape is [-1]")]
    [InlineData("[[|Input()|], Dense(1), MeanSquaredError]", "NG0009", "but its shape is []")]
    [InlineData("[[|Input|], Dense(1), MeanSquaredError]", "NG0009", "but its shape is []")]
    [InlineData("[[|Input(2, 0, 3)|], Dense(1), MeanSquaredError]", "NG0009", "but its shape is [2, 0, 3]")]
    [InlineData("[Input(2), [|Dense(0)|], MeanSquaredError]", "NG0009", "'dense1' needs at least 1 unit, but is given 0")]
    [InlineData("[Input(2), [|Dense(-3)|], MeanSquaredError]", "NG0009", "'dense1' needs at least 1 unit, but is given -3")]
    public void SizesArePositive(string attributes, string id, string message) => Refusal.OfLayers(attributes, id, message);

    [Theory]
    [InlineData("[[|Input(65536, 65536)|], Dense(1), MeanSquaredError]", "[65536, 65536]")]
    [InlineData("[[|Input(int.MaxValue, int.MaxValue, int.MaxValue, 3)|], Dense(1), MeanSquaredError]", "[2147483647, 2147483647, 2147483647, 3]")]
    [InlineData("[Input(2), [|Dense(int.MaxValue)|], MeanSquaredError]", "[2147483647]")]
    [InlineData("[Input(16384), Dense(8192), [|Dense(16384)|], Dense(1), MeanSquaredError]", "With 'dense2', whose shape is [16384]")]
    [InlineData("[Input(134217728), [|Dense(1)|], MeanSquaredError]", "the parameters 2147483664, padding included")]
    public void NetworksAreIndexedBy32Bits(string attributes, string message) => Refusal.OfLayers(attributes, "NG0017", message);
}
