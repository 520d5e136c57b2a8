using System.Runtime.Intrinsics;
using NetGen.Kernels;

namespace NetGen.Benchmarks;

/// <summary>The contraction kernel against the core's multiply-add limit, shape by shape, on one thread.</summary>
/// <remarks>Each round measures the limit and then every shape, so that a share compares neighbours in time. Medians over rounds; the
/// last column is the share of the best tenth of them, on a machine whose caches others use as well.</remarks>
internal static class KernelTable
{
    private const double SecondsPerMeasurement = 0.001;

    /// <summary>Measures and prints.</summary>
    public static void Print(int rounds)
    {
        if (Vector512.IsHardwareAccelerated)
            Print<Lanes512<float>>(rounds);
        else
            Print<Lanes256<float>>(rounds);
    }

    private static void Print<V>(int rounds)
        where V : struct, ILanes<float, V>
    {
        var runs = ContractionShape.All.Select(shape => new ContractionRun<V>(shape)).ToArray();
        WarmUp(runs);
        int[] calls = [.. runs.Select(run => run.CallsIn(SecondsPerMeasurement))];
        int limitSteps = (int)(SecondsPerMeasurement / 2 * 5e8);
        MultiplyAddLimit.Measure(limitSteps);

        var seconds = new double[runs.Length, rounds];
        var shares = new double[runs.Length, rounds];
        var limits = new List<double>();
        for (int round = 0; round < rounds; round++)
        {
            for (int run = 0; run < runs.Length; run++)
            {
                double before = MultiplyAddLimit.Measure(limitSteps);
                seconds[run, round] = runs[run].Measure(calls[run]);
                double limit = (before + MultiplyAddLimit.Measure(limitSteps)) / 2;
                shares[run, round] = ContractionShape.All[run].Operations / seconds[run, round] / 1e9 / limit;
                limits.Add(limit);
            }
        }

        Console.WriteLine($"{V.Count} lanes; limit {At(0.5, limits):F1} GFLOP/s; {rounds} rounds; columns are computed to a multiple of the lanes");
        Console.WriteLine($"{"",-32}{"result",12}{"depth",7}{"sums",6}{"us",11}{"GFLOP/s",10}{"share",8}{"quiet",8}");
        for (int run = 0; run < runs.Length; run++)
        {
            var shape = ContractionShape.All[run];
            double time = At(0.5, Enumerable.Range(0, rounds).Select(round => seconds[run, round]));
            double[] share = [.. Enumerable.Range(0, rounds).Select(round => shares[run, round])];
            Console.WriteLine(
                $"{shape.Name,-32}{$"{shape.Rows} x {shape.Columns}",12}{shape.Depth,7}{shape.PartialSums,6}{time * 1e6,11:F3}{shape.Operations / time / 1e9,10:F1}{At(0.5, share),8:P0}{At(0.9, share),8:P0}");
        }
    }

    /// <summary>Lets the runtime replace the code of its first tier, which it does a while after thirty calls.</summary>
    private static void WarmUp<V>(ContractionRun<V>[] runs)
        where V : struct, ILanes<float, V>
    {
        for (int pass = 0; pass < 5; pass++)
        {
            foreach (var run in runs)
                run.Measure(40);
            Thread.Sleep(250);
        }
    }

    private static double At(double quantile, IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)(quantile * sorted.Length)];
    }
}
