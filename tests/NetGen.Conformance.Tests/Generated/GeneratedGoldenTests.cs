using NetGen.Conformance.Tests.Golden;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>Generated code against PyTorch.</summary>
public sealed class GeneratedGoldenTests
{
    [GoldenTheory(typeof(GeneratedInDouble))]
    [ClassData(typeof(GoldenFolder))]
    public void Generated_code_trains_as_PyTorch_does_in_double(string name) => Train(new GeneratedInDouble(), name);

    [GoldenTheory(typeof(GeneratedInFloat))]
    [ClassData(typeof(GoldenFolder))]
    public void Generated_code_trains_as_PyTorch_does_in_float(string name) => Train(new GeneratedInFloat(), name);

    private static void Train(GeneratedEngine engine, string name)
    {
        var golden = GoldenFolder.Read(name);
        GoldenTrajectory.RunInParts(engine.Create(golden), golden).ShouldBeEmpty();
        GoldenTrajectory.RunInSteps(engine.Create(golden), golden).ShouldBeEmpty();
    }
}
