using NetGen.Reference;

namespace NetGen.Conformance.Tests.Reference;

/// <summary>Every loss's derivative against central differences, and the penalties'.</summary>
public sealed class LossGradientTests
{
    private static readonly OperationSpec[] Losses =
    [
        new("MeanSquaredError"), new("HalfSquaredError"), new("MeanAbsoluteError"), new("Huber", ("delta", 0.4)),
        new("BinaryCrossEntropy"), new("CrossEntropy"), new("CrossEntropy", ("labelSmoothing", 0.2)),
    ];

    public static TheoryData<int, string> Indices
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (int i = 0; i < Losses.Length; i++)
            {
                data.Add(i, Losses[i].Op);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Loss(int index, string op)
    {
        op.ShouldBe(Losses[index].Op);
        GradientAssert.TapeAgreesWithDifferences(Of(Losses[index]));
    }

    [Fact]
    public void Every_loss_is_here() =>
        Losses.Select(loss => loss.Op).Distinct().ShouldBe(ReferenceNetwork.KnownLosses, ignoreOrder: true);

    [Theory]
    [InlineData(0.01, 0)]
    [InlineData(0, 0.1)]
    [InlineData(0.02, 0.03)]
    public void Penalties(double l1, double l2) =>
        GradientAssert.TapeAgreesWithDifferences(Of(Losses[0]) with { Regularize = new("Regularize", ("l1", l1), ("l2", l2)) });

    [Fact]
    public void Penalties_are_on_weights_and_not_in_the_loss()
    {
        var plain = Samples.Build(Of(Losses[0]));
        var network = Samples.Build(Of(Losses[0]) with { Regularize = new("Regularize", ("l1", 0.5), ("l2", 3)) });
        double[] inputs = Samples.Uniform(8, seed: 1);
        double[] targets = Samples.Uniform(6, seed: 2);
        network.Loss(inputs, targets).ShouldBe(plain.Loss(inputs, targets));

        var weights = network.Parameters.Where(parameter => parameter.Key.EndsWith("weight", StringComparison.Ordinal)).SelectMany(parameter => parameter.Value);
        double penalty = weights.Sum(w => 0.5 * Math.Abs(w) + 1.5 * w * w);
        network.Objective(inputs, targets).ShouldBe(plain.Loss(inputs, targets) + penalty, 1e-12);
    }

    private static NetworkSpec Of(OperationSpec loss) => new()
    {
        Layers = [OperationSpec.Input(4), OperationSpec.Dense(5), new("Tanh"), OperationSpec.Dense(3)],
        Loss = loss,
    };
}
