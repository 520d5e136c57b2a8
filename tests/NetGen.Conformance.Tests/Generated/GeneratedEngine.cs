using NetGen.Conformance.Tests.Golden;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>The compiler under golden cases: each becomes a declaration, is compiled in process, and trained.</summary>
public abstract class GeneratedEngine : IGoldenEngine
{
    public IReadOnlyList<string> Missing(GoldenCase golden)
    {
        var network = golden.Network;
        return
        [
            .. network.Layers.Select(layer => layer.Op).Distinct().Except(OperationDefaults.Layers.Keys),
            .. new[] { network.Loss.Op }.Except(OperationDefaults.Losses.Keys),
            .. new[] { network.Optimizer.Op }.Except(OperationDefaults.Optimizers.Keys),
        ];
    }

    public abstract IGoldenSubject Create(GoldenCase golden);

    protected static int BatchOf(GoldenCase golden) =>
        golden.Steps[0].Inputs.Length / golden.Network.Layers[0].Shape!.Aggregate(1, (product, size) => product * size);
}

/// <summary>Generated code in double.</summary>
public sealed class GeneratedInDouble : GeneratedEngine
{
    public override IGoldenSubject Create(GoldenCase golden) => new GeneratedSubject<double>(
        Compiler.Compile(golden.Network.ToSource(Precision.Double)).CreateNetwork<double>(golden.Network.TypeName()), BatchOf(golden));
}

/// <summary>Generated code in float.</summary>
public sealed class GeneratedInFloat : GeneratedEngine
{
    public override IGoldenSubject Create(GoldenCase golden) => new GeneratedSubject<float>(
        Compiler.Compile(golden.Network.ToSource(Precision.Single)).CreateNetwork<float>(golden.Network.TypeName()), BatchOf(golden));
}
