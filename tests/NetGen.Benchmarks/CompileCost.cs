extern alias generator;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Testing;

namespace NetGen.Benchmarks;

/// <summary>
/// What a network costs before it runs: the generator's time once warm, the characters it writes, and the time the just-in-time
/// compiler takes for all of its methods at the vectors of this machine.
/// </summary>
internal static class CompileCost
{
    private const int Rounds = 15;
    private const int TenLayerLimit = 60_000;

    private static readonly GeneratorHarness Harness = new() { Generators = [new generator::NetGen.Generator.NetworkGenerator()] };

    /// <summary>A compiler server runs the generator at every edit: by then the just-in-time compiler has optimized it.</summary>
    private static readonly TimeSpan WarmingUp = TimeSpan.FromSeconds(12);

    public static void Print()
    {
        var warm = Compilation(64, 64);
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmingUp;)
        {
            Harness.CreateDriver().RunGenerators(warm);
        }

        Console.WriteLine($"{"network",-24} {"generator ms",13} {"characters",11} {"JIT ms",8}");
        foreach (int depth in (int[])[4, 10, 16, 64])
        {
            Print($"{depth} layers of 64", depth, 64);
        }

        foreach (int width in (int[])[16, 256, 4096])
        {
            Print($"4 layers of {width}", 4, width);
        }

        Console.WriteLine($"Aims: text linear in depth and independent of width, under {TenLayerLimit:N0} characters for ten layers; the generator under 50 ms.");
    }

    private static void Print(string name, int depth, int width)
    {
        var compilation = Compilation(depth, width);
        var times = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            var driver = Harness.CreateDriver();
            long start = Stopwatch.GetTimestamp();
            driver.RunGenerators(compilation);
            times[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        var result = Harness.Run(compilation);
        int characters = result.DriverResult.GeneratedTrees.Sum(tree => tree.Length);
        using var code = result.Load();
        string jit = width > 1024 ? "-" : JitMilliseconds(code).ToString("0.0", CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24} {times[Rounds / 2],13:0.0} {characters,11:N0} {jit,8}"));
    }

    private static CSharpCompilation Compilation(int depth, int width)
    {
        string layers = string.Concat(Enumerable.Repeat($"[Dense({width}), Relu]\n", depth - 1));
        return Harness.CreateCompilation(new UserSource(
            $"using NetGen;\n[Network]\n[Input({width})]\n{layers}[Dense(10)]\n[CrossEntropy]\n[Adam]\npublic partial class Net;\n"));
    }

    /// <summary>The time that compiling a trainer's methods takes, by running one step of one sample before any is warm.</summary>
    private static double JitMilliseconds(LoadedCode code)
    {
        var network = code.CreateNetwork<float>("Net");
        var trainer = (LabelTrainer<float>)network.CreateTrainer(1);
        float[] inputs = new float[network.Description.InputSize];
        int[] labels = [0];
        var before = System.Runtime.JitInfo.GetCompilationTime(currentThread: true);
        trainer.Step(inputs, labels);
        return (System.Runtime.JitInfo.GetCompilationTime(currentThread: true) - before).TotalMilliseconds;
    }
}
