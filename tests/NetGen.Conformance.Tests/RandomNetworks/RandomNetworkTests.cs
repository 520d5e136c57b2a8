using System.Globalization;
using System.Numerics;
using NetGen.Conformance.Tests.Checks;
using NetGen.Conformance.Tests.Generated;

namespace NetGen.Conformance.Tests.RandomNetworks;

/// <summary>
/// Architectures that a seed draws, generated and run against the reference engine: outputs, loss, every gradient, updates of
/// every optimizer, predictions. A failure shows the seed and the declaration. The environment variable NETGEN_RANDOM_NETWORKS
/// sets how many are drawn (60 unless it is set), NETGEN_RANDOM_SEED the first seed (1 unless it is set).
/// </summary>
public abstract class RandomNetworkTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int NetworksPerCompilation = 60;
    private static readonly int First = FromEnvironment("NETGEN_RANDOM_SEED", 1);
    private static readonly int Count = FromEnvironment("NETGEN_RANDOM_NETWORKS", 60);
    private static readonly CompiledSpecs<T>[] Compiled =
    [
        .. Enumerable.Range(First, Count).Chunk(NetworksPerCompilation)
            .Select(seeds => new CompiledSpecs<T>(seeds.Select(seed => RandomNetwork.Of(seed).Spec))),
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(First, Count)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Generated_code_computes_what_the_reference_engine_does(int seed) =>
        NetworkCheck<T>.Run(RandomNetwork.Of(seed), Compiled[(seed - First) / NetworksPerCompilation]);

    [Fact]
    public void No_generated_method_is_too_large_to_be_optimized()
    {
        foreach (var specs in Compiled)
        {
            MethodSize.Check(specs.Together.ShouldNotBeNull().Assembly);
        }
    }

    private static int FromEnvironment(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}

/// <summary>Whether the draws know every operation that there is.</summary>
public sealed class RandomNetworkDrawTests
{
    [Fact]
    public void Every_operation_is_drawn()
    {
        NetworkSpec[] specs = [.. Enumerable.Range(1, 2000).Select(seed => RandomNetwork.Of(seed).Spec)];
        specs.SelectMany(spec => spec.Layers).Select(layer => layer.Op).Distinct().Order().ShouldBe(OperationDefaults.Layers.Keys.Order());
        specs.Select(spec => spec.Loss.Op).Distinct().Order().ShouldBe(OperationDefaults.Losses.Keys.Order());
        specs.Select(spec => spec.Optimizer!.Op).Distinct().Order().ShouldBe(OperationDefaults.Optimizers.Keys.Order());
    }
}

/// <summary>In double.</summary>
public sealed class RandomNetworksInDoubleTests : RandomNetworkTests<double>;

/// <summary>In float.</summary>
public sealed class RandomNetworksInFloatTests : RandomNetworkTests<float>;
