using System.Globalization;

namespace NetGen.Tests.Description;

/// <summary>Descriptions as text, for people: shapes and arguments as in a declaration, under any culture.</summary>
public sealed class DescriptionTextTests : IDisposable
{
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;

    public DescriptionTextTests() => CultureInfo.CurrentCulture = new("de-DE");

    public void Dispose() => CultureInfo.CurrentCulture = culture;

    [Fact]
    public void A_network_is_its_declaration()
    {
        var network = new NetworkDescription
        {
            Name = "Small",
            Precision = Precision.Single,
            Layers = [new("input1", "Input", [], [2, 3], []), new("leaky", "LeakyRelu", ["input1"], [2, 3], [new("slope", 0.01)])],
            Tensors = [],
            Loss = new("MeanSquaredError", []),
            Optimizer = new("Sgd", [new("learningRate", 0.5), new("nesterov", 0)]),
            ClipGradients = new("ClipGradients", [new("norm", 1.5)]),
        };
        network.ToString().ShouldBe(
            """
            Small (Single)
            input1 = Input() [2, 3]
            leaky = LeakyRelu(input1, slope: 0.01) [2, 3]
            MeanSquaredError()
            Sgd(learningRate: 0.5, nesterov: 0)
            ClipGradients(norm: 1.5)
            """);
    }

    [Fact]
    public void A_tensor_is_its_name_and_shape() =>
        new TensorDescription("dense1.weight", [128, 64], Init.Normal, 0.5, true).ToString().ShouldBe("dense1.weight [128, 64]");
}
