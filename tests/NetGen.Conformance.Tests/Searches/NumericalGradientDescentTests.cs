using NetGen.Conformance.Tests.Reference;
using NetGen.Reference;

namespace NetGen.Conformance.Tests.Searches;

/// <summary>Numerical gradients go the way of backpropagation, step by step.</summary>
public sealed class NumericalGradientDescentTests
{
    private const int Steps = 8;

    public static TheoryData<string> Optimizers => ["plain", "momentum", "clipped", "adam"];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Steps_are_those_of_backpropagation(string optimizer)
    {
        var spec = Tasks.IrisNet with
        {
            Optimizer = optimizer switch
            {
                "momentum" => new("Sgd", ("learningRate", 0.1), ("momentum", 0.9)),
                "adam" => new("Adam", ("learningRate", 0.01)),
                _ => new("Sgd", ("learningRate", 0.3)),
            },
            Clip = optimizer == "clipped" ? new("ClipGradients", ("norm", 0.2)) : null,
        };
        var backpropagation = Samples.Build(spec);
        for (int step = 0; step < Steps; step++)
        {
            backpropagation.Step(Tasks.Iris.Inputs.ToArray(), Tasks.Iris.Labels.ToArray());
        }

        var result = NumericalGradientDescent.Minimize(Tasks.Reference(spec, Tasks.Iris), new() { Steps = Steps });
        result.History[^1].ShouldBe(result.Loss);
        result.Loss.ShouldBeLessThan(result.History[0] - 0.05);
        result.Parameters.ShouldBe(backpropagation.Parameters.Values.SelectMany(elements => elements), 1e-6);
    }

    [Fact]
    public void It_learns_xor_and_counts_its_evaluations()
    {
        var objective = Tasks.Generated(Tasks.XorNet, Tasks.Xor);
        var result = NumericalGradientDescent.Minimize(objective, new() { Steps = 400, TargetLoss = 0.05, LearningRate = 0.1 });
        result.Loss.ShouldBeLessThanOrEqualTo(0.05);
        int steps = result.History.Count - 1;
        steps.ShouldBeLessThan(400);
        result.Evaluations.ShouldBe(steps * 2L * 17 + steps + 1);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        var one = NumericalGradientDescent.Minimize(Tasks.Generated(Tasks.IrisNet, Tasks.Iris), new() { Steps = 3 });
        var three = NumericalGradientDescent.Minimize(Tasks.Generated(Tasks.IrisNet, Tasks.Iris), new() { Steps = 3, Threads = 3 });
        three.Parameters.ShouldBe(one.Parameters);
        three.History.ShouldBe(one.History);
        three.Evaluations.ShouldBe(one.Evaluations);
    }

    [Fact]
    public void The_distance_can_be_chosen()
    {
        var coarse = NumericalGradientDescent.Minimize(Tasks.Reference(Tasks.XorNet, Tasks.Xor), new() { Steps = 1, Distance = 0.5 });
        var fine = NumericalGradientDescent.Minimize(Tasks.Reference(Tasks.XorNet, Tasks.Xor), new() { Steps = 1 });
        coarse.Loss.ShouldNotBe(fine.Loss);
        Should.Throw<ArgumentOutOfRangeException>(() => NumericalGradientDescent.Minimize(Tasks.Reference(Tasks.XorNet, Tasks.Xor), new() { Distance = 0 }));
    }
}
