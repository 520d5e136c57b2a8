using System.Diagnostics;
using System.Numerics;

namespace NetGen.Bits;

/// <summary>Runs networks until they are compiled with optimizations, and prints what was left as a call.</summary>
internal static class InliningRun
{
    private const int Batch = 23;

    public static void Run()
    {
        using var watch = new InliningWatch();
        Run<float>(watch, new EqualLayersNet(seed: 8));
        Run<float>(watch, new ClassifierNet(seed: 1));
        Run<float>(watch, new GatedNet(seed: 2));
        Run<float>(watch, new BinaryNet(seed: 3));
        Run<double>(watch, new DoubleNet(seed: 4));
        Run<float>(watch, new TinyNet(seed: 5));
        Run<float>(watch, new TinyMishNet(seed: 6));
        Run<double>(watch, new TinyTanhNet(seed: 7));
        Run<float>(watch, new TinyAdamNet(seed: 10));
        Run<float>(watch, new NormalizedNet(seed: 9));
        Run<float>(watch, new DividedUnitsNet(seed: 11));
        foreach (string call in watch.LeftAsCalls)
        {
            Console.WriteLine(call);
        }
    }

    /// <summary>Predicts alone first, as programs do that never train: what is compiled then is compiled for that.</summary>
    private static void Run<T>(InliningWatch watch, INetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var description = network.Description;
        T[] inputs = [.. Enumerable.Range(0, Batch * description.InputSize).Select(i => T.CreateTruncating(i % 7) / T.CreateTruncating(8))];
        T[] outputs = new T[description.OutputSize];
        int predicting = UntilOptimized(() => network.Predict(inputs.AsSpan(0, description.InputSize), outputs));
        int training = UntilOptimized(Step(Batch));

        // Straight-line code may have a step of its own for one sample.
        int single = description.Name.StartsWith("Tiny", StringComparison.Ordinal) ? UntilOptimized(Step(samples: 1), mayBeCompiled: true) : 0;
        Console.WriteLine($"{description.Name} {predicting} {training + single}");

        Action Step(int samples)
        {
            var trainer = network.CreateTrainer(samples);
            T[] batch = inputs[..(samples * description.InputSize)];
            T[] values = new T[samples * description.OutputSize];
            int[] classes = new int[samples];
            return trainer is LabelTrainer<T> labels ? () => labels.Step(batch, classes) : () => ((ValueTrainer<T>)trainer).Step(batch, values);
        }

        // Code is optimized in turns, each some calls after the last.
        int UntilOptimized(Action action, bool mayBeCompiled = false)
        {
            int before = watch.InlinedIn(description.Name), after = before;
            var patience = Stopwatch.StartNew();
            for (int quiet = 0; quiet < 4 && patience.Elapsed < TimeSpan.FromSeconds(20); quiet++)
            {
                for (int i = 0; i < 300; i++)
                {
                    action();
                }

                Thread.Sleep(150);
                int now = watch.InlinedIn(description.Name);
                quiet = now > after || (now == before && !mayBeCompiled) ? 0 : quiet;
                after = now;
            }

            return after - before;
        }
    }
}
