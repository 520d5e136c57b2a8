using System.Diagnostics;

namespace ThreeWays;

/// <summary>What a way to train cost and reached.</summary>
/// <param name="Evaluations">How often it went forward through all samples.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Allocated">The bytes that it allocated, its set-up and its garbage included.</param>
/// <param name="Train">The result on the samples that it saw.</param>
/// <param name="Test">The result on others.</param>
internal sealed record Outcome(Way Way, long Evaluations, TimeSpan Time, long Allocated, Evaluation Train, Evaluation Test)
{
    private const int Seed = 1;
    private const int MostSteps = 1000;
    private const int LeastRuns = 5;
    private static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// Trains new networks in one way, each time the same, and keeps the shortest time: in the first ones the runtime still compiles.
    /// </summary>
    public static Outcome Of(Way way, Dataset<double> train, Dataset<double> test)
    {
        long start = Stopwatch.GetTimestamp();
        var best = Run(way, train, test);
        for (int runs = 1; runs < LeastRuns || Stopwatch.GetElapsedTime(start) < LeastTime; runs++)
        {
            var next = Run(way, train, test);
            best = next.Time < best.Time ? next : best;
        }

        return best;
    }

    private static Outcome Run(Way way, Dataset<double> train, Dataset<double> test)
    {
        var net = new IrisNet(Seed);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        long evaluations = way.Train(net, train, MostSteps);
        var time = Stopwatch.GetElapsedTime(start);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return new(way, evaluations, time, allocated, net.Evaluate(train), net.Evaluate(test));
    }
}
