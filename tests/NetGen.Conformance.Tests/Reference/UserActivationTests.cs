using NetGen.Reference;

namespace NetGen.Conformance.Tests.Reference;

/// <summary>The derivative of a user's function is found from its values, to about 1e-11.</summary>
public sealed class UserActivationTests
{
    [Theory]
    [InlineData(0.3)]
    [InlineData(-2.5)]
    [InlineData(12)]
    [InlineData(0)]
    public void A_smooth_function(double x)
    {
        Derivative(Math.Sin, x).ShouldBe(Math.Cos(x), 3e-11);
        Derivative(z => z + Math.Pow(Math.Sin(6 * z), 2) / 6, x).ShouldBe(1 + Math.Sin(12 * x), 3e-11);
        Derivative(z => 1 / (1 + Math.Exp(-4 * z)), x).ShouldBe(4 * Math.Exp(-4 * x) / Math.Pow(1 + Math.Exp(-4 * x), 2), 3e-11);
    }

    [Theory]
    [InlineData(1e-4)]
    [InlineData(-1e-4)]
    [InlineData(0.01)]
    [InlineData(3)]
    public void A_function_with_a_corner_nearby(double x) =>
        Derivative(z => z > 0 ? z * z + z : 0.1 * z, x).ShouldBe(x > 0 ? 2 * x + 1 : 0.1, 1e-10);

    [Fact]
    public void A_constant_has_no_slope() => Derivative(_ => 5, 1.5).ShouldBe(0);

    private static double Derivative(Func<double, double> function, double x)
    {
        var network = new ReferenceNetwork(new NetworkSpec
        {
            Layers = [OperationSpec.Input(1), OperationSpec.Dense(1), new("Activation") { Function = function }],
            Loss = new("HalfSquaredError"),
        }.Describe());
        network.Parameters["dense1.weight"][0] = 1;
        network.Backward([x], Targets.Values(network.Predict([x])[0] - 1));
        return network.Gradients["dense1.bias"][0];
    }
}
