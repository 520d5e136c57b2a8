using NetGen.Reference;

namespace NetGen.Conformance.Tests.Reference;

/// <summary>Activations at points where their values are known, the corners and far out among them.</summary>
public sealed class ActivationValueTests
{
    [Theory]
    [InlineData("Relu", -1, 0)]
    [InlineData("Gelu", 1, 0.84134474606854293)]
    [InlineData("Gelu", -10, -7.6198530241605e-23, 1e-15)] // erf leaves no more than this in double
    [InlineData("Sigmoid", -800, 0)]
    [InlineData("Silu", 40, 40)]
    [InlineData("Softplus", -40, 4.2483542552915889e-18)]
    [InlineData("Softplus", 800, 800)]
    [InlineData("Softplus", 0, 0.69314718055994531)]
    [InlineData("Elu", -1e-12, -9.999999999995e-13)]
    [InlineData("Elu", -1000, -1)]
    [InlineData("Selu", 2, 2.1014019747108970)]
    [InlineData("Selu", -1000, -1.7580993408473769)]
    [InlineData("Mish", 800, 800)]
    [InlineData("Mish", 1, 0.86509838826731)]
    [InlineData("HardSigmoid", 3, 1)]
    [InlineData("HardSigmoid", 1.5, 0.75)]
    [InlineData("HardSwish", -3, 0)]
    [InlineData("HardSwish", 1, 0.66666666666666667)]
    [InlineData("Softsign", -3, -0.75)]
    [InlineData("Tanh", 0.5, 0.46211715726000976)]
    public void Value(string op, double x, double expected, double tolerance = double.Epsilon) =>
        Output(op, x).ShouldBe(expected, Math.Max(tolerance, Math.Abs(expected) * 1e-13));

    /// <summary>The derivative is the gradient of a bias before the activation, under a loss whose derivative is 1.</summary>
    [Theory]
    [InlineData("Relu", 0, 0)]
    [InlineData("LeakyRelu", 0, 0.01)]
    [InlineData("PRelu", 0, 0.25)]
    [InlineData("Elu", 0, 1)]
    [InlineData("Softsign", 0, 1)]
    [InlineData("HardSigmoid", 3, 0)]
    [InlineData("HardSigmoid", -3, 0)]
    [InlineData("HardSigmoid", 2.9, 0.16666666666666667)]
    [InlineData("HardSwish", 3, 1)]
    [InlineData("HardSwish", -3, 0)]
    public void Derivative_at_corners(string op, double x, double expected)
    {
        var network = Build(op);
        double output = network.Predict([x])[0];
        network.Backward([x], Targets.Values(output - 1)); // half the squared error has the derivative y − target
        network.Gradients["dense1.bias"][0].ShouldBe(expected, 1e-14);
    }

    private static double Output(string op, double x) => Build(op).Predict([x])[0];

    private static ReferenceNetwork Build(string op)
    {
        var network = new ReferenceNetwork(new NetworkSpec
        {
            Layers = [OperationSpec.Input(1), OperationSpec.Dense(1), new(op)],
            Loss = new("HalfSquaredError"),
        }.Describe());
        network.Parameters["dense1.weight"][0] = 1;
        if (op == "PRelu")
        {
            network.Parameters["pRelu1.weight"][0] = 0.25;
        }

        return network;
    }
}
