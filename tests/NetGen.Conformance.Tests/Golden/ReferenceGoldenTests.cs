namespace NetGen.Conformance.Tests.Golden;

/// <summary>The reference engine against PyTorch.</summary>
public sealed class ReferenceGoldenTests
{
    [GoldenTheory(typeof(ReferenceEngine))]
    [ClassData(typeof(GoldenFolder))]
    public void The_reference_engine_trains_as_PyTorch_does(string name)
    {
        var golden = GoldenFolder.Read(name);
        var engine = new ReferenceEngine();
        GoldenTrajectory.RunInParts(engine.Create(golden), golden).ShouldBeEmpty();
        GoldenTrajectory.RunInSteps(engine.Create(golden), golden).ShouldBeEmpty();
    }
}
