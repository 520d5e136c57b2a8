namespace NetGen.Conformance.Tests.RandomNetworks;

/// <summary>A network as a seed draws it.</summary>
/// <param name="Seed">The same seed, the same network and the same data.</param>
/// <param name="Spec">The network.</param>
/// <param name="Batch">Samples of whole batches.</param>
/// <param name="LastBatch">Samples of the last, short batch.</param>
internal sealed record RandomNetwork(int Seed, NetworkSpec Spec, int Batch, int LastBatch)
{
    public static RandomNetwork Of(int seed)
    {
        var random = new Random(seed);
        bool isTiny = random.Chance(0.2);
        var loss = TrainingDraw.Loss(random);
        var spec = new NetworkSpec
        {
            Name = $"random-{seed}",
            Layers = LayerDraw.Next(random, loss, isTiny),
            Loss = loss,
            Optimizer = TrainingDraw.Optimizer(random),
            Regularize = TrainingDraw.Regularize(random),
            Clip = TrainingDraw.Clip(random),
        };
        int batch = random.Size(40);
        return new RandomNetwork(seed, spec, batch, random.Next(1, batch + 1));
    }
}
