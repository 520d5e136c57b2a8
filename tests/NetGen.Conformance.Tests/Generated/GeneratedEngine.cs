using System.Numerics;
using NetGen.Conformance.Tests.Golden;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>The compiler under golden cases: each becomes a declaration, is compiled in process, and trained.</summary>
public sealed class GeneratedEngine<T> : IGoldenEngine
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly CompiledSpecs<T> Compiled = new(
        GoldenFolder.NamesIn(GoldenFolder.Current)
            .Select(GoldenFolder.TryRead)
            .OfType<GoldenCase>()
            .Where(golden => MissingIn(golden).Length == 0)
            .Select(golden => golden.Network));

    public IReadOnlyList<string> Missing(GoldenCase golden) => MissingIn(golden);

    public IGoldenSubject Create(GoldenCase golden) => new GeneratedSubject<T>(Compiled.Create(golden.Network), BatchOf(golden));

    private static string[] MissingIn(GoldenCase golden)
    {
        var network = golden.Network;
        return
        [
            .. network.Layers.Select(layer => layer.Op).Distinct().Except(OperationDefaults.Layers.Keys),
            .. new[] { network.Loss.Op }.Except(OperationDefaults.Losses.Keys),
            .. new[] { network.Optimizer.Op }.Except(OperationDefaults.Optimizers.Keys),
        ];
    }

    private static int BatchOf(GoldenCase golden) =>
        golden.Steps[0].Inputs.Length / golden.Network.Layers[0].Shape!.Aggregate(1, (product, size) => product * size);
}
