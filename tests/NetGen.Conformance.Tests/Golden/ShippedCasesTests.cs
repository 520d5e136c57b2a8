namespace NetGen.Conformance.Tests.Golden;

/// <summary>What the cases of this project are, whatever folder other tests take theirs from.</summary>
public sealed class ShippedCasesTests
{
    // Skipping is decided by what the engine knows; without this list, an engine that forgot Dense would skip everything.
    private static readonly string[] Skipped =
    [
        "conv-pool", "conv-stride-global", "conv1d", "embedding-text", "gru-sequence", "lstm", "rnn-tanh", "self-attention",
    ];

    [Fact]
    public void Only_cases_with_layers_of_later_are_skipped() =>
        GoldenFolder.NamesIn(GoldenFolder.Shipped)
            .Where(name => GoldenTheoryDiscoverer.ReasonToSkip(new ReferenceEngine(), GoldenFolder.Read(GoldenFolder.Shipped, name)) is not null)
            .ShouldBe(Skipped);

    [Fact]
    public void The_reason_names_the_case_and_what_is_missing() =>
        GoldenTheoryDiscoverer.ReasonToSkip(new ReferenceEngine(), GoldenFolder.Read(GoldenFolder.Shipped, "conv-stride-global"))
            .ShouldBe("'conv-stride-global' needs Conv2D, GlobalAvgPool, unknown to ReferenceEngine.");

    [Fact]
    public void A_wrong_trajectory_is_seen()
    {
        var golden = GoldenFolder.Read(GoldenFolder.Shipped, "nesterov");
        var wrong = golden with { Network = golden.Network with { Optimizer = new("Sgd", ("momentum", 0.8)) } };
        var differences = GoldenTrajectory.RunInParts(new ReferenceEngine().Create(wrong), golden);
        differences.ShouldContain(line => line.StartsWith("loss of step 1: 1 of 1 differ", StringComparison.Ordinal));
        differences.ShouldNotContain(line => line.StartsWith("first gradient", StringComparison.Ordinal));
        GoldenTrajectory.RunInSteps(new ReferenceEngine().Create(wrong), golden).ShouldNotBeEmpty();
    }

    [Fact]
    public void Shapes_are_inferred_as_PyTorch_has_them()
    {
        foreach (string name in GoldenFolder.NamesIn(GoldenFolder.Shipped).Except(Skipped))
        {
            var golden = GoldenFolder.Read(GoldenFolder.Shipped, name);
            var description = golden.Network.Describe();
            description.OutputShape.ShouldBe(golden.OutputShape, name);
            description.Tensors.Select(tensor => tensor.Name).ShouldBe(golden.Initial.Keys, name);
        }
    }
}
