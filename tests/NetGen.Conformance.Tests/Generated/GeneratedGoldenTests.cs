using NetGen.Conformance.Tests.Golden;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>Generated code in double against PyTorch. A class of its own, so that it runs beside that in float.</summary>
public sealed class GeneratedGoldenInDoubleTests
{
    [GoldenTheory(typeof(GeneratedEngine<double>))]
    [ClassData(typeof(GoldenFolder))]
    public void Generated_code_trains_as_PyTorch_does_in_double(string name) => GoldenTraining.Train(new GeneratedEngine<double>(), name);
}

/// <summary>Generated code in float against PyTorch.</summary>
public sealed class GeneratedGoldenInFloatTests
{
    [GoldenTheory(typeof(GeneratedEngine<float>))]
    [ClassData(typeof(GoldenFolder))]
    public void Generated_code_trains_as_PyTorch_does_in_float(string name) => GoldenTraining.Train(new GeneratedEngine<float>(), name);
}
