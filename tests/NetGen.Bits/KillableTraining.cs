namespace NetGen.Bits;

/// <summary>A network whose checkpoint takes a while to write: a few megabytes.</summary>
[Network]
[Input(64)]
[Dense(512), Relu]
[Dense(512), Relu]
[Dense(10)]
[CrossEntropy]
[Adam]
internal sealed partial class LargeNet;

/// <summary>Three epochs of eight steps with everything on that a checkpoint must hold; a line of output for each step.</summary>
internal static class KillableTraining
{
    /// <summary>Trains, from a checkpoint where there is one, and saves the weights.</summary>
    public static void Run(string checkpoint, string weights, long everySteps)
    {
        var random = new RandomSource(5);
        float[] inputs = [.. Enumerable.Range(0, 250 * LargeNet.InputSize).Select(_ => (float)random.NextNormal())];
        int[] labels = [.. Enumerable.Range(0, 250).Select(_ => random.NextInt(LargeNet.OutputSize))];
        var data = Dataset.Labeled(inputs, labels);
        var network = new LargeNet(seed: 1);
        network.Fit(data, new FitOptions
        {
            Epochs = 3,
            BatchSize = 32,
            Seed = 9,
            Validation = data[..50],
            RestoreBest = true,
            ReduceOnPlateau = new ReduceOnPlateau { Patience = 0, Factor = 0.5 },
            EarlyStopping = new EarlyStopping(patience: 3),
            Metrics = [new F1Metric()],
            Checkpoint = new Checkpointing(checkpoint) { EverySteps = everySteps == 0 ? null : everySteps },
            Observer = new StepPrinter(),
        });
        network.Save(weights);
    }

    private sealed class StepPrinter : ITrainingObserver
    {
        public void OnStep(in TrainingProgress progress) => Console.WriteLine($"epoch {progress.Epoch} step {progress.Batch}");

        public void OnEpoch(EpochResult result, int epochs)
        {
        }

        public void OnEnd()
        {
        }
    }
}
