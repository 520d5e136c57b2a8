using NetGen.Tests.Training;
using NetGen.Weights;

namespace NetGen.Tests.Watching;

/// <summary>What is found in readings that are made up: of two dense layers, each with a sigmoid.</summary>
public class SymptomTests
{
    private readonly NetworkWatch watch = new() { Limits = new() { Persistence = 3 } };

    public SymptomTests()
    {
        var model = new LinearModel(1, 1, "MeanSquaredError")
        {
            Parameters = new TensorStore<double>(2, Weight("dense1", 0), Weight("dense2", 1)),
        };
        var dense = model.Description.Layers[1];
        var network = new LinearModel(1, 1, "MeanSquaredError")
        {
            Parameters = model.Parameters,
            Description = model.Description with
            {
                Layers = [dense, new("sigmoid1", "Sigmoid", ["dense1"], [1], []), dense with { Name = "dense2" }, new("sigmoid2", "Sigmoid", ["dense2"], [1], [])],
            },
        };
        watch.Attach(network, network.CreateTrainer(1));
    }

    [Fact]
    public void Outputs_of_the_network_may_be_saturated()
    {
        watch.Layers[1].SaturatedShare = watch.Layers[3].SaturatedShare = 1;
        Read(1, 1, 1);
        watch.Findings.Select(finding => finding.Layer).ShouldBe(["sigmoid1"]);
    }

    [Fact]
    public void Gradients_that_grow_by_far_are_told_at_once()
    {
        watch.Layers[0].UpdateRatio = 1;
        Read(1, 99);
        watch.Findings.ShouldBeEmpty();
        Read(1001);
        watch.Findings.ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.ExplodingGradients);
    }

    [Fact]
    public void Gradients_that_vanish_now_and_then_are_no_finding()
    {
        watch.Layers[2].GradientNorm = 1;
        foreach (double norm in (double[])[1e-6, 1e-6, 1, 1e-6, 1e-6])
        {
            watch.Layers[0].GradientNorm = norm;
            Read(1);
            watch.Findings.ShouldBeEmpty();
        }

        Read(1);
        watch.Findings.ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.VanishingGradients);
    }

    private static TensorLayout Weight(string layer, int place) => new(new($"{layer}.weight", [1, 1], Init.Constant, 0, true), place, 1, 1);

    private void Read(params double[] gradientNorms) => Array.ForEach(gradientNorms, norm => watch.Take(watch.Step + 1, 1, norm, 0.1));
}
