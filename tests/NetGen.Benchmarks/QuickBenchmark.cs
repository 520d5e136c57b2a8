using System.Globalization;
using System.Text.Json;

namespace NetGen.Benchmarks;

/// <summary>
/// Times every workload in about a minute: medians over rounds of the thread's own time. Between the rounds the core's limits are
/// measured, for a step that of multiply-adds, for a prediction that of reading the weights; and nested calls, which tell whether the core
/// was quiet. Then one workload with one thread and with two by the clock on the wall, which needs two free cores (alone:
/// <c>--quick threads</c>). Prints a table, then a line of JSON for each workload, then the peers' lines where they are installed.
/// </summary>
internal static class QuickBenchmark
{
    private const int Rounds = 21;
    private const double SecondsOfRound = 0.03;
    private const int LimitSteps = 1_000_000;

    /// <summary>Bytes below which a prediction does not wait for its weights.</summary>
    private const int LeastRead = 8 * 1024;

    /// <param name="names">Parts of the names of what is timed; none for everything, and the peers too.</param>
    public static void Run(string[] names)
    {
        var lines = new List<string>();
        Console.WriteLine($"{"workload",-22} {"batch",5} {"threads",7} {"train step us",14} {"GFLOP/s",8} {"of limit",8} {"infer one us",13} {"of limit",8} {"calls ns",8}");
        foreach (var workload in Workload.All().Where(each => names.Length == 0 || names.Any(each.Name.Contains)))
        {
            lines.Add(Run(workload, ThreadClock.Own));
        }

        for (int threads = 1; threads <= 2; threads++)
        {
            if (names.Length == 0 || names.Contains("threads"))
            {
                lines.Add(Run(Workload.Wide(threads), ThreadClock.Wall));
            }
        }

        lines.ForEach(Console.WriteLine);
        if (names.Length == 0)
        {
            Peers.Print();
        }
    }

    /// <summary>Times a workload and prints its line of the table; returns its line of JSON. The limit is that of one core.</summary>
    private static string Run(Workload workload, Func<double> clock)
    {
        WarmUp(workload);
        var weights = new ReadLimit(workload.WeightBytes);
        var (step, limit, stepCalls) = Measure(workload.Step, () => MultiplyAddLimit.Measure(LimitSteps), clock);
        var (infer, read, inferCalls) = Measure(workload.Infer, weights.Measure, clock);
        double calls = Math.Max(stepCalls, inferCalls); // how quiet the core was at its worst
        double speed = workload.Operations / step / 1e9;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{workload.Name,-22} {workload.Batch,5} {workload.Threads,7} {step * 1e6,14:0.000} {speed,8:0.0} {speed / limit,8:0%} {infer * 1e6,13:0.0000} {(workload.WeightBytes < LeastRead ? "" : (read / infer).ToString("0%", CultureInfo.InvariantCulture)),8} {calls,8:0.00}"));
        return JsonSerializer.Serialize(new
        {
            workload = workload.Name,
            batch = workload.Batch,
            threads = workload.Threads,
            clock = clock == ThreadClock.Wall ? "wall" : "thread",
            train_step_us = Math.Round(step * 1e6, 4),
            infer_one_us = Math.Round(infer * 1e6, 4),
            gflops = Math.Round(speed, 2),
            of_limit = Math.Round(speed / limit, 3),
            infer_of_limit = workload.WeightBytes < LeastRead ? (double?)null : Math.Round(read / infer, 3),
            calls_ns = Math.Round(calls, 2),
        });
    }

    /// <summary>Lets the just-in-time compiler reach its last tier.</summary>
    public static void WarmUp(Workload workload)
    {
        for (int wave = 0; wave < 4; wave++)
        {
            for (int call = 0; call < 60; call++)
            {
                workload.Step();
                workload.Infer();
            }

            Thread.Sleep(150);
        }
    }

    /// <summary>The median seconds of a call, and the median limit and nanoseconds of nested calls in the same rounds.</summary>
    private static (double Seconds, double Limit, double Calls) Measure(Action action, Func<double> limit, Func<double> clock)
    {
        int calls = CallsOfRound(action, clock);
        var seconds = new double[Rounds];
        var limits = new double[Rounds];
        var nested = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            seconds[round] = Seconds(action, calls, clock);
            limits[round] = limit();
            nested[round] = NestedCalls.Measure();
        }

        return (Median(seconds), Median(limits), Median(nested));
    }

    private static int CallsOfRound(Action action, Func<double> clock)
    {
        int calls = 1;
        for (double seconds; (seconds = Seconds(action, calls, clock) * calls) < SecondsOfRound / 2;)
        {
            calls = seconds < SecondsOfRound / 100 ? calls * 10 : (int)(calls * SecondsOfRound / seconds) + 1;
        }

        return calls;
    }

    public static double Seconds(Action action, int calls, Func<double>? clock = null)
    {
        clock ??= ThreadClock.Own;
        double before = clock();
        for (int call = 0; call < calls; call++)
        {
            action();
        }

        return (clock() - before) / calls;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
