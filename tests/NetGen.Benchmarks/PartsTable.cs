using System.Globalization;

namespace NetGen.Benchmarks;

/// <summary>Where the time of a step goes: forward alone, then with the loss, then with the backward pass, then with the update; differences of the least times.</summary>
internal static class PartsTable
{
    private const int Rounds = 200;
    private const double SecondsOfRound = 0.001;

    /// <param name="names">Parts of the names of what is timed; none for everything.</param>
    public static void Print(string[] names)
    {
        Console.WriteLine($"{"us",-22} {"forward",10} {"loss",10} {"backward",10} {"update",10}");
        foreach (var workload in Workload.All().Where(each => names.Length == 0 || names.Any(each.Name.Contains)))
        {
            QuickBenchmark.WarmUp(workload);
            var sums = Enumerable.Range(1, workload.Parts.Count).Select(count => Measure([.. workload.Parts.Take(count)])).ToList();
            var parts = sums.Select((sum, part) => (sum - (part == 0 ? 0 : sums[part - 1])) * 1e6);
            Console.WriteLine($"{workload.Name,-22} " + string.Join(' ', parts.Select(each => each.ToString("0.000", CultureInfo.InvariantCulture).PadLeft(10))));
        }
    }

    private static double Measure(Action[] parts)
    {
        void Run()
        {
            foreach (var part in parts)
            {
                part();
            }
        }

        for (int wave = 0; wave < 3; wave++)
        {
            QuickBenchmark.Seconds(Run, 60);
            Thread.Sleep(120);
        }

        int calls = (int)(SecondsOfRound / QuickBenchmark.Seconds(Run, 30)) + 1;
        return Enumerable.Range(0, Rounds).Select(_ => QuickBenchmark.Seconds(Run, calls)).Min();
    }
}
