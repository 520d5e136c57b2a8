namespace NetGen.Generator.Tests.Behaviour;

/// <summary>What a declaration leaves open is fitted to the activation that follows, whatever stands between.</summary>
public sealed class SuitedInitTests
{
    [Theory]
    [InlineData("Input(2), Dense(3), Relu, Dense(1)", Init.HeNormal)]
    [InlineData("Input(2), Dense(3), Selu, Dense(1)", Init.LeCunNormal)]
    [InlineData("Input(2), Dense(3), Tanh, Dense(1)", Init.XavierUniform)]
    [InlineData("Input(2), Dense(3), BatchNorm, Dropout(0.5), Relu, Dense(1)", Init.HeNormal)]
    [InlineData("Input(2, 3), Dense(4), Flatten, Relu, Dense(1)", Init.HeNormal)]
    [InlineData("Input(3), Dense(3), Add(\"input1\"), Relu, Dense(1)", Init.HeNormal)]
    [InlineData("Input(3), Dense(3), Concat(\"input1\"), Relu, Dense(1)", Init.HeNormal)]
    [InlineData("Input(3), Dense(3), Multiply(\"input1\"), Tanh, Dense(1)", Init.XavierUniform)]
    public void TheActivationThatFollowsDecides(string layers, Init suited)
    {
        using LoadedCode code = Compiler.Harness.CompileAndLoad(Compiler.Net($"[{layers}, MeanSquaredError]"));
        IReadOnlyList<TensorDescription> tensors = code.CreateNetwork<float>().Description.Tensors;

        tensors.Single(tensor => tensor.Name == "dense1.weight").Init.ShouldBe(suited);
        tensors.Single(tensor => tensor.Name == "dense2.weight").Init.ShouldBe(Init.XavierUniform);
    }
}
