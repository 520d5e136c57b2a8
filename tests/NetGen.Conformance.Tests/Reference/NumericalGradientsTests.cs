using NetGen.Reference;

namespace NetGen.Conformance.Tests.Reference;

/// <summary>Central differences know where they mean nothing, and leave no trace.</summary>
public sealed class NumericalGradientsTests
{
    private static readonly NetworkSpec OneUnit = new()
    {
        Layers = [OperationSpec.Input(1), OperationSpec.Dense(1), new("Relu")],
        Loss = new("HalfSquaredError"),
    };

    [Theory]
    [InlineData(0, true)]
    [InlineData(2e-6, true)]
    [InlineData(-1e-6, true)]
    [InlineData(1e-4, false)]
    [InlineData(0.5, false)]
    [InlineData(-0.5, false)]
    public void A_corner_within_the_step_is_marked(double bias, bool isCorner)
    {
        var network = new ReferenceNetwork(OneUnit.Describe());
        network.Parameters["dense1.bias"][0] = bias;
        NumericalGradients.Compute(network, [0], Targets.Values(3))["dense1.bias"].Single().IsCorner.ShouldBe(isCorner);
    }

    [Fact]
    public void What_a_corner_does_to_a_difference_is_within_its_uncertainty()
    {
        double step = Math.Cbrt(Math.BitIncrement(1.0) - 1.0);
        var network = new ReferenceNetwork(OneUnit.Describe());
        for (double share = 0.01; share < 1; share += 0.01)
        {
            double bias = share * step;
            network.Parameters["dense1.bias"][0] = bias;
            var difference = NumericalGradients.Compute(network, [0], Targets.Values(3))["dense1.bias"].Single();
            difference.IsCorner.ShouldBeTrue($"{share}");
            Math.Abs(difference.Value + 3 - bias).ShouldBeLessThanOrEqualTo(difference.Uncertainty, $"{share}");
        }
    }

    [Fact]
    public void Where_a_network_is_smooth_little_is_uncertain()
    {
        var network = Samples.Build(OneUnit with { Layers = [OperationSpec.Input(1), OperationSpec.Dense(3), new("Tanh"), OperationSpec.Dense(1)] });
        NumericalGradients.Compute(network, [0.5], Targets.Values(1)).Values.SelectMany(entries => entries)
            .ShouldAllBe(entry => entry.Uncertainty < 1e-8 && Math.Abs(entry.Value) > 1e-3);
    }

    [Fact]
    public void A_perfect_fit_has_no_corners()
    {
        var network = Samples.Build(OneUnit with { Layers = [OperationSpec.Input(1), OperationSpec.Dense(1)] });
        double output = network.Predict([0.5])[0];
        var gradients = NumericalGradients.Compute(network, [0.5], Targets.Values(output));
        gradients.Values.ShouldAllBe(entries => entries.All(entry => !entry.IsCorner && Math.Abs(entry.Value) < 1e-12));
    }

    [Fact]
    public void Of_a_large_tensor_entries_are_evenly_spread()
    {
        var network = Samples.Build(OneUnit with { Layers = [OperationSpec.Input(4), OperationSpec.Dense(6), new("Tanh"), OperationSpec.Dense(1)] });
        NumericalGradients.Compute(network, [1, 2, 3, 4], Targets.Values(1), entriesPerTensor: 5)["dense1.weight"]
            .Select(entry => entry.Index).ShouldBe([0, 4, 9, 14, 19]);
    }

    [Fact]
    public void Parameters_stay_as_they_are()
    {
        var network = Samples.Build(OneUnit);
        double[] before = [.. network.Parameters.Values.SelectMany(elements => elements)];
        NumericalGradients.Compute(network, [0.5], Targets.Values(1));
        network.Parameters.Values.SelectMany(elements => elements).ShouldBe(before);
    }

    [Fact]
    public void Steps_follow_the_size_of_a_parameter()
    {
        var network = new ReferenceNetwork((OneUnit with { Layers = [OperationSpec.Input(1), OperationSpec.Dense(1)] }).Describe());
        network.Parameters["dense1.weight"][0] = 1e9;
        NumericalGradients.Compute(network, [1], Targets.Values(0))["dense1.weight"][0].Value.ShouldBe(1e9, 1);
    }
}
