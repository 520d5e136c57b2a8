using System.Numerics;

namespace NetGen.Generator.Tests.Behaviour;

/// <summary>What is learned is the same to the bit, whether a watch looks on or not.</summary>
[Collection(SharedProbes.Name)]
public sealed class WatchedTrainingTests(Probes probes)
{
    [Theory]
    [MemberData(nameof(Probes.Names), MemberType = typeof(Probes))]
    public void WatchingChangesNothing(string name) => ProbeTest.Run(probes, name, new WatchedAndNot());

    private sealed class WatchedAndNot : IProbeTest
    {
        public void Run<T>(Func<NetworkProbe<T>> create)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            foreach (int every in (int[])[1, 2])
            {
                var (watched, plain) = (create(), create());
                Trainer<T> watchedTrainer = watched.Network.CreateTrainer(6);
                Trainer<T> plainTrainer = plain.Network.CreateTrainer(6);
                var watch = new NetworkWatch { Every = every };
                watch.Attach(watched.Network, watchedTrainer);
                for (int step = 0; step < 4; step++)
                {
                    watched.Step(watchedTrainer, 6).ShouldBe(plain.Step(plainTrainer, 6));
                }

                watched.Parameters().ShouldBe(plain.Parameters());
                watch.Step.ShouldBe(every == 1 ? 4 : 3);
                watch.Layers[^1].ActivationMean.ShouldNotBeNull();
                watch.Layers.Where(layer => layer.Op is "Relu" or "Tanh" or "Sigmoid").ShouldAllBe(layer => layer.ActivationMean != null);
            }
        }
    }
}
