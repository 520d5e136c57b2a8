using BenchmarkDotNet.Attributes;

namespace NetGen.Benchmarks;

/// <summary>Every workload's training step and prediction of one sample, with BenchmarkDotNet's statistics and allocations.</summary>
[MemoryDiagnoser]
public class NetworkBenchmarks
{
    private Action step = null!;
    private Action infer = null!;

    /// <summary>The workloads.</summary>
    public static IEnumerable<string> Names => Benchmarks.Workload.All().Select(workload => workload.Name);

    /// <summary>The workload that is timed.</summary>
    [ParamsSource(nameof(Names))]
    public string Workload { get; set; } = "";

    [GlobalSetup]
    public void Create()
    {
        var workload = Benchmarks.Workload.All().Single(each => each.Name == Workload);
        (step, infer) = (workload.Step, workload.Infer);
    }

    [Benchmark]
    public void TrainStep() => step();

    [Benchmark]
    public void InferOne() => infer();
}
