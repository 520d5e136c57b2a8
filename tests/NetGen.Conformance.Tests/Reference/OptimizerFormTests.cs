using NetGen.Reference;

namespace NetGen.Conformance.Tests.Reference;

/// <summary>
/// The forms that golden cases leave out, the articles' own, step by step. One weight on an input of 1 under half the squared
/// error to 0: its gradient is the weight itself.
/// </summary>
public sealed class OptimizerFormTests
{
    private const double Rate = 0.1;

    [Fact]
    public void Momentum_as_a_moving_average()
    {
        // v = 0.9 v + 0.1 g, where the first v is g
        double v = 0;
        Check(new("Sgd", ("learningRate", Rate), ("momentum", 0.9), ("dampening", 0.9)), (w, step) =>
        {
            v = step == 1 ? w : 0.9 * v + 0.1 * w;
            return w - Rate * v;
        });
    }

    [Fact]
    public void Dampening_means_nothing_without_momentum() =>
        Check(new("Sgd", ("learningRate", Rate), ("dampening", 0.5)), (w, _) => w - Rate * w);

    [Fact]
    public void RmsProp_with_epsilon_inside_the_root()
    {
        double s = 0;
        Check(new("RmsProp", ("learningRate", Rate), ("decay", 0.9), ("epsilon", 0.01), ("epsilonInsideRoot", true)), (w, _) =>
        {
            s = 0.9 * s + 0.1 * w * w;
            return w - Rate * w / Math.Sqrt(s + 0.01);
        });
    }

    [Fact]
    public void Centered_RmsProp_with_epsilon_inside_the_root()
    {
        double s = 0;
        double mean = 0;
        Check(new("RmsProp", ("learningRate", Rate), ("decay", 0.9), ("epsilon", 0.01), ("epsilonInsideRoot", true), ("centered", true)), (w, _) =>
        {
            s = 0.9 * s + 0.1 * w * w;
            mean = 0.9 * mean + 0.1 * w;
            return w - Rate * w / Math.Sqrt(s - mean * mean + 0.01);
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Adam_with_epsilon_inside_the_root(bool biasCorrection)
    {
        double m = 0;
        double v = 0;
        Check(new("Adam", ("learningRate", Rate), ("epsilon", 0.01), ("epsilonInsideRoot", true), ("biasCorrection", biasCorrection)), (w, step) =>
        {
            m = 0.9 * m + 0.1 * w;
            v = 0.999 * v + 0.001 * w * w;
            double mean = biasCorrection ? m / (1 - Math.Pow(0.9, step)) : m;
            double square = biasCorrection ? v / (1 - Math.Pow(0.999, step)) : v;
            return w - Rate * mean / Math.Sqrt(square + 0.01);
        });
    }

    [Fact]
    public void AdamW_without_bias_correction_keeps_the_largest_square()
    {
        double m = 0;
        double v = 0;
        double largest = 0;
        Check(new("AdamW", ("learningRate", Rate), ("beta2", 0.5), ("amsGrad", true), ("biasCorrection", false), ("weightDecay", 0.2)), (w, _) =>
        {
            m = 0.9 * m + 0.1 * w;
            v = 0.5 * v + 0.5 * w * w;
            largest = Math.Max(largest, v);
            return w * (1 - Rate * 0.2) - Rate * m / (Math.Sqrt(largest) + 1e-8);
        });
    }

    [Fact]
    public void The_rate_can_change_at_any_step()
    {
        var network = Build(new("Sgd", ("learningRate", Rate)));
        network.LearningRate.ShouldBe(Rate);
        network.LearningRate = 0.5;
        network.Step([1], Targets.Values(0));
        network.Parameters["dense1.weight"].ShouldBe([1.0]);
    }

    private static void Check(OperationSpec optimizer, Func<double, int, double> expected)
    {
        var network = Build(optimizer);
        double w = network.Parameters["dense1.weight"][0];
        for (int step = 1; step <= 30; step++)
        {
            w = expected(w, step);
            network.Step([1], Targets.Values(0));
            network.Parameters["dense1.weight"][0].ShouldBe(w, 1e-13, $"step {step}");
        }
    }

    private static ReferenceNetwork Build(OperationSpec optimizer)
    {
        var network = new ReferenceNetwork(new NetworkSpec
        {
            Layers = [OperationSpec.Input(1), OperationSpec.Dense(1, bias: false)],
            Loss = new("HalfSquaredError"),
            Optimizer = optimizer,
        }.Describe());
        network.Parameters["dense1.weight"][0] = 2;
        return network;
    }
}
