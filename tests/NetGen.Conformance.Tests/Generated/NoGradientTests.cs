using System.Numerics;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>Parameters that the loss does not depend on, but for a penalty: their gradients are made anew by every backward pass.</summary>
public abstract class NoGradientTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double Penalty = 0.125;

    // A step has the derivative 0: nothing before it learns from the loss. The middle size is shared among threads, the smallest straight-line code.
    private static readonly int[] Widths = [2, 9, 130];
    private static readonly CompiledSpecs<T> Compiled = new(Widths.Select(Behind));

    public static TheoryData<int> Units => [.. Widths];

    [Theory]
    [MemberData(nameof(Units))]
    public void A_penalty_is_the_whole_gradient_at_every_step(int units)
    {
        var network = Compiled.Create(Behind(units));
        var subject = new GeneratedSubject<T>(network, batchSize: 5);
        for (int step = 0; step < 4; step++)
        {
            double[] weights = subject.Read("dense1.weight");
            subject.Backward([.. Enumerable.Range(0, 5 * units).Select(i => Math.Sin(i + step))], [1, 2, 3, 4, 5]);
            double[] gradient = subject.ReadGradient("dense1.weight");
            for (int i = 0; i < weights.Length; i++)
            {
                gradient[i].ShouldBe(Penalty * weights[i], 1e-7);
            }

            subject.ReadGradient("dense1.bias").ShouldAllBe(element => element == 0);
            subject.ReadGradient("pRelu1.weight").ShouldBe([0]);
            subject.Update(0.01);
        }
    }

    [Fact]
    public void What_a_program_writes_to_a_gradient_is_gone_with_the_next_step()
    {
        var network = Compiled.Create(Behind(9));
        var trainer = (ValueTrainer<T>)network.CreateTrainer(1);
        trainer.Step(new T[9], [T.One]);
        trainer.Gradients.Write("dense1.bias", [.. Enumerable.Repeat(T.One, 9)]);
        T[] before = network.Parameters.ToArray("dense1.bias");
        trainer.Step(new T[9], [T.One]);
        network.Parameters.ToArray("dense1.bias").ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void An_activation_may_be_constant(int units)
    {
        var spec = Behind(units) with
        {
            Name = $"constant-{units}",
            Layers =
            [
                OperationSpec.Input(units),
                OperationSpec.Dense(units),
                new("Activation") { Function = _ => 0.5, Method = new("Half", "0.5"), Name = "half" },
                OperationSpec.Dense(1, bias: false),
            ],
        };
        var subject = new GeneratedSubject<T>(new CompiledSpecs<T>([spec]).Create(spec), batchSize: 5);
        subject.Backward(new double[5 * units], [1, 2, 3, 4, 5]);
        subject.Predict(new double[units])[0].ShouldBe(subject.Read("dense2.weight").Sum() / 2, 1e-5);
        subject.ReadGradient("dense1.bias").ShouldAllBe(element => element == 0);
    }

    private static NetworkSpec Behind(int units) => new()
    {
        Name = $"behind-a-step-{units}",
        Layers =
        [
            OperationSpec.Input(units),
            OperationSpec.Dense(units),
            new("PRelu"),
            new("Activation") { Function = x => x > 0 ? 1 : 0, Method = new("Jump", "x > 0 ? 1 : 0"), Name = "jump" },
            OperationSpec.Dense(1),
        ],
        Regularize = new("Regularize", ("l2", Penalty)),
    };
}

/// <summary>In double.</summary>
public sealed class NoGradientInDoubleTests : NoGradientTests<double>;

/// <summary>In float.</summary>
public sealed class NoGradientInFloatTests : NoGradientTests<float>;
