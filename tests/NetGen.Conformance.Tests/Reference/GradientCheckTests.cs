using NetGen.Conformance.Tests.Generated;
using NetGen.Reference;

namespace NetGen.Conformance.Tests.Reference;

/// <summary>The gradient check passes what is right, fails what is wrong, and says where.</summary>
public sealed class GradientCheckTests
{
    private static readonly NetworkSpec Regression = new()
    {
        Layers = [OperationSpec.Input(4), OperationSpec.Dense(6), new("Relu"), OperationSpec.Dense(3)],
        Regularize = new("Regularize", ("l2", 0.1)),
    };

    private static readonly NetworkSpec Classification = Regression with { Loss = new("CrossEntropy") };
    private static readonly double[] Inputs = Samples.Uniform(20, seed: 1);
    private static readonly double[] Targets = Samples.Uniform(15, seed: 2);
    private static readonly int[] Labels = [0, 1, 2, 1, 0];

    [Fact]
    public void Right_gradients_pass()
    {
        GradientCheck.Run<double>(new FakeNetwork<double>(Regression), Inputs, Targets).Passed.ShouldBeTrue();
        GradientCheck.Run<double>(new FakeNetwork<double>(Classification), Inputs, Labels).Passed.ShouldBeTrue();
        GradientCheck.Run<float>(new FakeNetwork<float>(Regression), ToSingle(Inputs), ToSingle(Targets)).Passed.ShouldBeTrue();
        GradientCheck.Run<float>(new FakeNetwork<float>(Classification), ToSingle(Inputs), Labels).Passed.ShouldBeTrue();
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(-1)]
    public void One_wrong_entry_fails_and_is_named(double error)
    {
        var network = new FakeNetwork<double>(Regression, (name, index, g) => name == "dense1.weight" && index == 9 ? g + error : g);
        var report = GradientCheck.Run<double>(network, Inputs, Targets);
        report.Passed.ShouldBeFalse();
        report.LossPassed.ShouldBeTrue();
        var wrong = report.Tensors.Single(tensor => !tensor.Passed);
        wrong.Name.ShouldBe("dense1.weight");
        wrong.WorstEntry.ShouldBe([2, 1]);
        wrong.ReferenceToDifferences.RelativeError.ShouldBeLessThan(1e-6);
        wrong.GeneratedToReference.LargestDifference.ShouldBe(Math.Abs(error), 1e-12);
    }

    [Fact]
    public void The_error_is_relative_to_the_sum_of_the_norms()
    {
        var network = new FakeNetwork<double>(Regression, (name, _, g) => name == "dense2.weight" ? 3 * g : g);
        var report = GradientCheck.Run<double>(network, Inputs, Targets);
        var wrong = report.Tensors.Single(tensor => !tensor.Passed);
        wrong.GeneratedToReference.RelativeError.ShouldBe(0.5, 1e-12);
        wrong.GeneratedToDifferences.RelativeError.ShouldBe(0.5, 1e-6);
        wrong.ReferencePassed.ShouldBeFalse();
        wrong.DifferencesPassed.ShouldBeFalse();
        report.Worst!.Tensor.ShouldBe("dense2.weight");
        report.Worst.First.ShouldBe(3 * report.Worst.Second, 1e-12);
    }

    [Fact]
    public void A_loss_and_gradients_of_something_else_than_the_network_fail_against_each_other()
    {
        // Both gradients agree, but the generated loss is not what they are derivatives of.
        var network = new FakeNetwork<double>(Regression) { LossFactor = 1.5 };
        var report = GradientCheck.Run<double>(network, Inputs, Targets);
        report.Passed.ShouldBeFalse();
        report.LossPassed.ShouldBeFalse();
        report.Tensors.ShouldAllBe(tensor => tensor.ReferencePassed && !tensor.DifferencesPassed);
        report.Worst!.SecondName.ShouldBe("differences");
    }

    /// <summary>The differences are off by 1e-6 and a little: by a little more from the reference than from what is generated.</summary>
    [Fact]
    public void A_reference_that_differences_refute_fails_by_itself()
    {
        var oneWeight = new NetworkSpec { Layers = [OperationSpec.Input(1), OperationSpec.Dense(1, bias: false)] };
        var network = new FakeNetwork<double>(oneWeight, (_, _, g) => g * (1 + 1.8e-9)) { LossFactor = 1 + 2.001e-6 };
        network.Parameters.Write("dense1.weight", [0]);
        var tensor = GradientCheck.Run<double>(network, [1000.0], [1.0]).Tensors.Single();
        tensor.ReferencePassed.ShouldBeTrue();
        tensor.GeneratedToDifferences.RelativeError.ShouldBeLessThan(1e-6);
        tensor.ReferenceToDifferences.RelativeError.ShouldBeGreaterThan(1e-6);
        tensor.DifferencesPassed.ShouldBeFalse();
    }

    [Fact]
    public void Losses_that_are_infinite_do_not_agree()
    {
        double[] far = Array.ConvertAll(Targets, target => 1e200 * target);
        var report = GradientCheck.Run<double>(new FakeNetwork<double>(Regression), Inputs, far);
        report.ReferenceLoss.ShouldBe(double.PositiveInfinity);
        report.LossPassed.ShouldBeFalse();
        report.Passed.ShouldBeFalse();
    }

    [Theory]
    [InlineData(1.0 / 3)]
    [InlineData(0.1)]
    [InlineData(0.7)]
    public void A_corner_within_the_step_is_no_alarm(double share)
    {
        var oneUnit = new NetworkSpec { Layers = [OperationSpec.Input(1), OperationSpec.Dense(1), new("Relu")] };
        var network = new FakeNetwork<double>(oneUnit);
        network.Parameters.Write("dense1.bias", [share * Math.Cbrt(Math.BitIncrement(1.0) - 1.0)]);
        var report = GradientCheck.Run<double>(network, [0.0], [3.0]);
        report.Passed.ShouldBeTrue();
        report.Tensors.Single(tensor => tensor.Name == "dense1.bias").Corners.ShouldBe(1);
    }

    [Fact]
    public void NaN_fails_and_is_named()
    {
        var network = new FakeNetwork<double>(Regression, (name, index, g) => name == "dense2.bias" && index == 1 ? double.NaN : g);
        var wrong = GradientCheck.Run<double>(network, Inputs, Targets).Tensors.Single(tensor => !tensor.Passed);
        wrong.Name.ShouldBe("dense2.bias");
        wrong.WorstEntry.ShouldBe([1]);
    }

    [Fact]
    public void Rounding_of_zero_gradients_is_marked_and_not_the_worst()
    {
        var normalized = new NetworkSpec { Layers = [OperationSpec.Input(4), OperationSpec.Dense(6), new("BatchNorm"), new("Tanh"), OperationSpec.Dense(3)] };
        var network = new FakeNetwork<double>(normalized, (name, index, g) => name switch
        {
            "dense1.bias" => 1e-17 * (index + 1),
            "dense2.weight" when index == 4 => g + 1e-13,
            _ => g,
        });
        var report = GradientCheck.Run<double>(network, Inputs, Targets);
        report.Passed.ShouldBeTrue();
        var bias = report.Tensors.Single(tensor => tensor.Name == "dense1.bias").GeneratedToReference;
        bias.RelativeError.ShouldBeGreaterThan(0.1);
        bias.IsRounding.ShouldBeTrue();
        report.Tensors.Count(tensor => tensor.GeneratedToReference.IsRounding).ShouldBe(1);
        report.Worst!.Tensor.ShouldNotBe("dense1.bias");
        string[] lines = report.ToString().Split('\n');
        lines.Single(line => line.StartsWith("dense1.bias ", StringComparison.Ordinal)).ShouldContain("[6]             rounding  ");
        lines.Count(line => line.Contains("rounding")).ShouldBe(1);
    }

    [Fact]
    public void Gradients_no_larger_than_rounding_are_marked_though_they_agree()
    {
        var normalized = new NetworkSpec { Layers = [OperationSpec.Input(4), OperationSpec.Dense(6), new("BatchNorm"), new("Tanh"), OperationSpec.Dense(3)] };
        var report = GradientCheck.Run<double>(new FakeNetwork<double>(normalized), Inputs, Targets);
        var bias = report.Tensors.Single(tensor => tensor.Name == "dense1.bias");
        bias.GeneratedToReference.RelativeError.ShouldBe(0);
        bias.GeneratedToReference.IsRounding.ShouldBeTrue();
        bias.GeneratedToDifferences.IsRounding.ShouldBeTrue();
        report.Tensors.Count(tensor => tensor.GeneratedToReference.IsRounding).ShouldBe(1);
        report.Worst!.Tensor.ShouldNotBe("dense1.bias");
    }

    [Fact]
    public void A_check_that_cannot_run_leaves_the_network_as_it_was()
    {
        var normalized = new NetworkSpec { Layers = [OperationSpec.Input(4), OperationSpec.Dense(6), new("BatchNorm"), OperationSpec.Dense(3)] };
        var network = new CompiledSpecs<double>([normalized]).Create(normalized);
        double[] before = network.Parameters.Buffer.Span.ToArray();
        Should.Throw<ArgumentOutOfRangeException>(() => GradientCheck.Run<double>(network, Inputs, Targets, entriesPerTensor: 0))
            .ParamName.ShouldBe("entriesPerTensor");
        network.Parameters.Buffer.Span.ToArray().ShouldBe(before);
    }

    [Fact]
    public void A_difference_beyond_rounding_is_not_marked()
    {
        var network = new FakeNetwork<double>(Regression, (name, index, g) => name == "dense1.bias" ? g + (index == 0 ? 1e-7 : 0) : g);
        var report = GradientCheck.Run<double>(network, Inputs, Targets);
        report.Passed.ShouldBeFalse();
        report.Worst!.Tensor.ShouldBe("dense1.bias");
        report.Worst.SecondName.ShouldBe("reference");
        report.Tensors.ShouldAllBe(tensor => !tensor.GeneratedToReference.IsRounding);
    }

    [Fact]
    public void In_float_a_wrong_factor_fails()
    {
        var network = new FakeNetwork<float>(Classification, (name, _, g) => name == "dense2.bias" ? g * 1.001 : g);
        var report = GradientCheck.Run<float>(network, ToSingle(Inputs), Labels);
        report.Tensors.Where(tensor => !tensor.Passed).Select(tensor => tensor.Name).ShouldBe(["dense2.bias"]);
    }

    [Fact]
    public void The_parameters_stay_as_they_are()
    {
        var network = new FakeNetwork<float>(Classification);
        float[] before = network.Parameters.Buffer.Span.ToArray();
        GradientCheck.Run<float>(network, ToSingle(Inputs), Labels);
        network.Parameters.Buffer.Span.ToArray().ShouldBe(before);
    }

    [Fact]
    public void Targets_are_of_the_kind_of_the_loss()
    {
        Should.Throw<ArgumentException>(() => GradientCheck.Run<double>(new FakeNetwork<double>(Regression), Inputs, Labels));
        Should.Throw<ArgumentException>(() => GradientCheck.Run<double>(new FakeNetwork<double>(Classification), Inputs, Targets));
    }

    [Fact]
    public void Large_tensors_are_sampled()
    {
        var report = GradientCheck.Run<double>(new FakeNetwork<double>(Regression), Inputs, Targets, entriesPerTensor: 5);
        report.Tensors.Select(tensor => tensor.Sampled).ShouldBe([5, 5, 5, 3]);
        report.Passed.ShouldBeTrue();
    }

    [Fact]
    public void The_report_is_a_table()
    {
        using var culture = new CultureScope("sv-SE");
        var network = new FakeNetwork<double>(Regression, (name, index, g) => name == "dense1.weight" && index == 9 ? g + 1 : g);
        string[] lines = GradientCheck.Run<double>(network, Inputs, Targets).ToString().Split('\n');
        lines[0].ShouldBe("Gradient check of test: FAILED");
        lines[2].ShouldBe("relative errors; allowed: 1e-9, 1e-6, 1e-6; differences of the generated loss");
        lines[5].ShouldStartWith("dense1.weight  [6, 4] ");
        lines[5].ShouldEndWith("1.0e+0  [2, 1]      0 of 24  FAILED");
        lines[6].ShouldEndWith("0 of 6");
        lines[9].ShouldStartWith("worst: dense1.weight [2, 1]: generated ");
        lines[9].ShouldContain(", reference ");
        lines.Length.ShouldBe(11);
    }

    private static float[] ToSingle(double[] elements) => Array.ConvertAll(elements, element => (float)element);
}
