namespace NetGen.Conformance.Tests.Reference;

/// <summary>Every layer's adjoints against central differences.</summary>
public sealed class LayerGradientTests
{
    private static readonly OperationSpec[] Activations =
    [
        new("Relu"), new("LeakyRelu", ("slope", 0.2)), new("PRelu"), new("Elu", ("alpha", 0.8)), new("Selu"), new("Gelu"),
        new("Gelu", ("approximate", true)), new("Silu"), new("Mish"), new("Sigmoid"), new("HardSigmoid"), new("HardSwish"),
        new("Tanh"), new("Softplus"), new("Softsign"), new("Softmax"), new("LayerNorm"),
        new("RmsNorm"), new("Dropout", ("rate", 0.3)), new("GaussianNoise", ("standardDeviation", 0.4)),
        new("Activation") { Function = x => Math.Sin(x) * Math.Exp(-0.1 * x * x) },
        new("Activation") { Function = x => x > 0.25 ? x * x : 0.5 * x },
    ];

    public static TheoryData<int, string> Indices
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (int i = 0; i < Activations.Length; i++)
            {
                data.Add(i, Activations[i].Op);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Activation(int index, string op)
    {
        op.ShouldBe(Activations[index].Op);
        GradientAssert.TapeAgreesWithDifferences(Of(OperationSpec.Input(4), OperationSpec.Dense(6), Activations[index], OperationSpec.Dense(3)));
    }

    [Fact]
    public void Every_activation_is_here() =>
        Activations.Select(activation => activation.Op).Concat(["Input", "InputScaling", "BatchNorm", "Dense", "Flatten", "Add", "Multiply", "Concat"]).Distinct()
            .ShouldBe(NetGen.Reference.ReferenceNetwork.KnownLayers, ignoreOrder: true);

    [Fact]
    public void Dense_with_and_without_bias_over_the_last_of_three_axes() => GradientAssert.TapeAgreesWithDifferences(Of(
        OperationSpec.Input(2, 3, 4), OperationSpec.Dense(5), new("Tanh"), OperationSpec.Dense(2, bias: false)));

    [Theory]
    [InlineData("LayerNorm")]
    [InlineData("RmsNorm")]
    public void Normalization_over_the_last_axis(string op) => GradientAssert.TapeAgreesWithDifferences(Of(
        OperationSpec.Input(2, 4), OperationSpec.Dense(5), new(op), new("Tanh"), OperationSpec.Dense(2)));

    [Theory]
    [InlineData(1e-5)]
    [InlineData(0.5)]
    public void Batch_normalization(double epsilon) => GradientAssert.TapeAgreesWithDifferences(Of(
        OperationSpec.Input(4), OperationSpec.Dense(6, bias: false), new("BatchNorm", ("epsilon", epsilon)), new("Tanh"), OperationSpec.Dense(3)));

    [Fact]
    public void Scaled_inputs() => GradientAssert.TapeAgreesWithDifferences(Of(
        OperationSpec.Input(2, 4), new("InputScaling"), OperationSpec.Dense(5), new("Tanh"), OperationSpec.Dense(2)));

    [Fact]
    public void Softmax_over_the_last_axis() => GradientAssert.TapeAgreesWithDifferences(Of(
        OperationSpec.Input(2, 4), OperationSpec.Dense(5), new("Softmax"), OperationSpec.Dense(2)));

    [Fact]
    public void Flatten() => GradientAssert.TapeAgreesWithDifferences(Of(
        OperationSpec.Input(2, 3), OperationSpec.Dense(4), new("Flatten"), OperationSpec.Dense(2)));

    [Theory]
    [InlineData("Add")]
    [InlineData("Multiply")]
    [InlineData("Concat")]
    public void Two_operands(string op) => GradientAssert.TapeAgreesWithDifferences(Of(
        OperationSpec.Input(2, 3),
        OperationSpec.Dense(4),
        new("Tanh") { Name = "a" },
        OperationSpec.Dense(4),
        new(op) { With = "a" },
        new("Sigmoid"),
        OperationSpec.Dense(2)));

    [Theory]
    [InlineData("Add")]
    [InlineData("Multiply")]
    [InlineData("Concat")]
    public void A_layer_with_itself(string op) => GradientAssert.TapeAgreesWithDifferences(Of(
        OperationSpec.Input(3), OperationSpec.Dense(4) with { Name = "a" }, new(op) { With = "a" }, OperationSpec.Dense(2)));

    [Fact]
    public void Concat_of_different_first_axes() => GradientAssert.TapeAgreesWithDifferences(Of(
        OperationSpec.Input(2, 3),
        OperationSpec.Dense(4) with { Name = "a" },
        new("Concat") { With = "a" },
        new("Tanh"),
        new("Concat") { With = "a" },
        OperationSpec.Dense(2)));

    private static NetworkSpec Of(params OperationSpec[] layers) => new() { Layers = layers };
}
