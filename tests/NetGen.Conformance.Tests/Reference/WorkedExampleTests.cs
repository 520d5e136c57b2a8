using NetGen.Reference;

namespace NetGen.Conformance.Tests.Reference;

/// <summary>
/// The example that the articles trace by hand: 2-2-1, sigmoid, one sample, rate 0.5. Figures are as printed there: it
/// rounds on the way, so that its last digits are one or two off. To 1e-9 the golden case of the same name has them.
/// </summary>
public sealed class WorkedExampleTests
{
    private static readonly double[] Inputs = [0.5, 0.8];
    private static readonly Targets Target = Targets.Values(1);
    private readonly ReferenceNetwork network = Build(OperationSpec.Dense(2), new("Sigmoid"), OperationSpec.Dense(1), new("Sigmoid"));

    [Fact]
    public void Forward()
    {
        Build(OperationSpec.Dense(2)).Predict(Inputs).ShouldBe([0.625, 0.69], 1e-12);
        Build(OperationSpec.Dense(2), new("Sigmoid")).Predict(Inputs).ShouldBe([0.651, 0.666], 0.0005);
        Build(OperationSpec.Dense(2), new("Sigmoid"), OperationSpec.Dense(1)).Predict(Inputs).ShouldBe([1.1934], 0.00015);
        network.Predict(Inputs).ShouldBe([0.767], 0.0005);
        network.Loss(Inputs, Target).ShouldBe(0.0271, 0.0001);
    }

    [Fact]
    public void Backward()
    {
        network.Backward(Inputs, Target).ShouldBe(0.0271, 0.0001);
        network.Gradients["dense2.weight"].ShouldBe([-0.0271, -0.0277], 0.0001);
        network.Gradients["dense2.bias"].ShouldBe([-0.0416], 0.0001);
        network.Gradients["dense1.weight"].ShouldBe([-0.00189, -0.00302, -0.00232, -0.00370], 0.00002);
        network.Gradients["dense1.bias"].ShouldBe([-0.00377, -0.00463], 0.00002);
    }

    [Fact]
    public void After_one_step()
    {
        network.Step(Inputs, Target).ShouldBe(0.0271, 0.0001);
        network.Parameters["dense2.weight"].ShouldBe([0.4136, 0.5139], 0.0001);
        network.Parameters["dense2.bias"].ShouldBe([0.6208], 0.0001);
        network.Parameters["dense1.weight"].ShouldBe([0.15095, 0.25151, 0.20116, 0.30185], 0.00002);
        network.Parameters["dense1.bias"].ShouldBe([0.35189, 0.35232], 0.00002);

        // The article's own last line, "about 0.0265, about 0.772", does not follow from its figures above; these do.
        network.Loss(Inputs, Target).ShouldBe(0.025455, 0.0000005);
        network.Predict(Inputs).ShouldBe([0.77437], 0.000005);
    }

    private static ReferenceNetwork Build(params OperationSpec[] layers)
    {
        var network = new ReferenceNetwork(new NetworkSpec
        {
            Name = "worked-example",
            Layers = [OperationSpec.Input(2), .. layers],
            Loss = new("HalfSquaredError"),
            Optimizer = new("Sgd", ("learningRate", 0.5)),
        }.Describe());
        double[][] parameters = [[0.15, 0.25, 0.20, 0.30], [0.35, 0.35], [0.40, 0.50], [0.60]];
        foreach (var (elements, values) in network.Parameters.Values.Zip(parameters))
        {
            values.CopyTo(elements, 0);
        }

        return network;
    }
}
