namespace NetGen.Benchmarks;

/// <summary>One network with a batch to train on, as the peers have it.</summary>
/// <param name="Name">Its name among the peers' workloads.</param>
/// <param name="Batch">Samples of a step.</param>
/// <param name="WeightBytes">What a prediction reads of weights.</param>
/// <param name="Operations">Multiplications and additions of a step: 6 a weight and sample, less 2 for the first layer's.</param>
/// <param name="Step">Trains one step.</param>
/// <param name="Infer">Predicts one sample.</param>
/// <param name="Parts">Forward, loss, backward and update one by one.</param>
/// <param name="Threads">How many threads train.</param>
internal sealed record Workload(string Name, int Batch, int WeightBytes, double Operations, Action Step, Action Infer, IReadOnlyList<Action> Parts, int Threads = 1)
{
    /// <summary>All of them, each with its own network.</summary>
    public static IReadOnlyList<Workload> All() =>
    [
        OfValues(),
        OfLabels("iris-4-16-3", new IrisNet(1), 16),
        OfLabels("digits-64-32-10", new DigitsNet(1), 32),
        OfLabels("mnist-784-128-10", new MnistNet(1), 64),
        OfLabels("wide-784-512-512-10", new WideNet(1), 128),
        OfLabels("deep-64x12", new DeepNet(1), 64),
    ];

    /// <summary>The one to time with one thread and with two, by the clock on the wall.</summary>
    public static Workload Wide(int threads) => OfLabels("wide-784-512-512-10", new WideNet(1), 128, threads);

    private static Workload OfValues()
    {
        var network = new WorkedExampleNet(1);
        var trainer = network.CreateTrainer(1);
        float[] inputs = [0.5f, 0.8f], targets = [1], outputs = [0];
        return new("worked-example", 1, 36, 28, () => trainer.Step(inputs, targets), () => network.Predict(inputs, outputs),
            [() => trainer.Forward(inputs), () => trainer.Loss(targets), trainer.Backward, trainer.Update]);
    }

    private static Workload OfLabels(string name, INetwork<float> network, int batch, int threads = 1)
    {
        var random = new RandomSource(1);
        var trainer = (LabelTrainer<float>)network.CreateTrainer(batch, threads);
        int size = network.Description.InputSize, classes = network.Description.OutputSize;
        var inputs = new float[batch * size];
        foreach (ref float input in inputs.AsSpan())
        {
            input = (float)random.NextNormal();
        }

        var labels = new int[batch];
        foreach (ref int label in labels.AsSpan())
        {
            label = random.NextInt(classes);
        }

        // The batch stays the same: at a rate of this size gradients stay those of a network that is learning.
        trainer.LearningRate = 1e-9;
        var outputs = new float[classes];
        var weights = network.Description.Tensors.Where(tensor => tensor.Shape.Count == 2).ToList();
        double operations = (6.0 * batch * weights.Sum(weight => weight.Length)) - (2.0 * batch * weights[0].Length);
        return new(
            name, batch, network.Description.Tensors.Sum(tensor => tensor.Length) * sizeof(float), operations, () => trainer.Step(inputs, labels), () => network.Predict(inputs.AsSpan(0, size), outputs),
            [() => trainer.Forward(inputs), () => trainer.Loss(labels), trainer.Backward, trainer.Update],
            threads);
    }
}
