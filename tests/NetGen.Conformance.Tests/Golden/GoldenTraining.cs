namespace NetGen.Conformance.Tests.Golden;

/// <summary>A golden test.</summary>
internal static class GoldenTraining
{
    /// <summary>Trains a case by parts, and anew by whole steps; fails where either leaves PyTorch's trajectory.</summary>
    public static void Train(IGoldenEngine engine, string name)
    {
        var golden = GoldenFolder.Read(name);
        GoldenTrajectory.RunInParts(engine.Create(golden), golden).ShouldBeEmpty();
        GoldenTrajectory.RunInSteps(engine.Create(golden), golden).ShouldBeEmpty();
    }
}
