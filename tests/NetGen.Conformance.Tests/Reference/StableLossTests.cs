using NetGen.Reference;

namespace NetGen.Conformance.Tests.Reference;

/// <summary>Losses of logits of any size: the network is the identity, so that inputs are the logits.</summary>
public sealed class StableLossTests
{
    [Fact]
    public void Cross_entropy_of_large_logits()
    {
        var network = Identity(2, new("CrossEntropy"));
        network.Loss([1e300, -1e300], Targets.Labels(0)).ShouldBe(0);
        network.Loss([5000, -5000], Targets.Labels(1)).ShouldBe(10000);
        network.Backward([5000, -5000], Targets.Labels(1));
        network.Gradients["dense1.bias"].ShouldBe([1.0, -1.0]);
    }

    [Fact]
    public void Cross_entropy_of_equal_logits_is_the_logarithm_of_their_number() =>
        Identity(3, new("CrossEntropy")).Loss([700, 700, 700], Targets.Labels(2)).ShouldBe(Math.Log(3), 1e-15);

    [Fact]
    public void Label_smoothing_asks_for_a_share_of_every_class()
    {
        // −0.9 log p0 − 0.1 (log p0 + log p1) / 2 with p = softmax(0, ln 3) = (1/4, 3/4)
        double expected = -0.95 * Math.Log(0.25) - 0.05 * Math.Log(0.75);
        Identity(2, new("CrossEntropy", ("labelSmoothing", 0.1))).Loss([0, Math.Log(3)], Targets.Labels(0)).ShouldBe(expected, 1e-15);
    }

    [Theory]
    [InlineData(1000, 1, 0)]
    [InlineData(1000, 0, 1000)]
    [InlineData(-1000, 0, 0)]
    [InlineData(-1000, 1, 1000)]
    [InlineData(0, 0.5, 0.69314718055994531)]
    [InlineData(40, 1, 4.2483542552915889e-18)]
    public void Binary_cross_entropy_of_any_logit(double logit, double target, double loss) =>
        Identity(1, new("BinaryCrossEntropy")).Loss([logit], Targets.Values(target)).ShouldBe(loss, Math.Max(loss * 1e-14, double.Epsilon));

    [Fact]
    public void A_mean_is_over_samples_and_outputs_half_the_sum_over_samples_only()
    {
        double[] outputs = [1, 2, 3, 4, 5, 6];
        double[] targets = [1, 2, 3, 4, 5, 9];
        Identity(3, new("MeanSquaredError")).Loss(outputs, targets).ShouldBe(9.0 / 6, 1e-15);
        Identity(3, new("MeanAbsoluteError")).Loss(outputs, targets).ShouldBe(3.0 / 6, 1e-15);
        Identity(3, new("HalfSquaredError")).Loss(outputs, targets).ShouldBe(4.5 / 2, 1e-15);
        Identity(3, new("Huber", ("delta", 2))).Loss(outputs, targets).ShouldBe(2 * (3 - 1) / 6.0, 1e-15);
    }

    private static ReferenceNetwork Identity(int size, OperationSpec loss)
    {
        var network = new ReferenceNetwork(new NetworkSpec { Layers = [OperationSpec.Input(size), OperationSpec.Dense(size)], Loss = loss }.Describe());
        for (int i = 0; i < size; i++)
        {
            network.Parameters["dense1.weight"][i * size + i] = 1;
        }

        return network;
    }
}
