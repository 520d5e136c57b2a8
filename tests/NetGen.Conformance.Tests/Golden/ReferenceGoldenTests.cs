namespace NetGen.Conformance.Tests.Golden;

/// <summary>The reference engine against PyTorch.</summary>
public sealed class ReferenceGoldenTests
{
    [GoldenTheory(typeof(ReferenceEngine))]
    [ClassData(typeof(GoldenFolder))]
    public void The_reference_engine_trains_as_PyTorch_does(string name) => GoldenTraining.Train(new ReferenceEngine(), name);
}
