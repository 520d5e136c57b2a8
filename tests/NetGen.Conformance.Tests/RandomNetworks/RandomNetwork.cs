using NetGen.Conformance.Tests.Checks;

namespace NetGen.Conformance.Tests.RandomNetworks;

/// <summary>Networks that seeds draw: the same seed, the same network and the same data.</summary>
internal static class RandomNetwork
{
    public static NetworkCase Of(int seed)
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
        int last = random.Next(1, batch + 1);

        // Of two samples, normalization leaves nothing but their order, and gradients that cancel.
        int least = spec.Layers.Any(layer => layer.Op == "BatchNorm") ? 5 : 1;
        return new NetworkCase(seed, spec, Math.Max(batch, least), Math.Max(last, least));
    }
}
