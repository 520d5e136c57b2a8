using System.Numerics;

namespace NetGen.Generator.Tests.Behaviour;

[Collection(SharedProbes.Name)]
public sealed class TrainingRefusalTests(Probes probes)
{
    public static TheoryData<string> Names => Probes.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatIsRefusedChangesNothing(string name) => ProbeTest.Run(probes, name, new RefusedTraining());

    [Theory]
    [MemberData(nameof(Names))]
    public void ABatchBeyond32BitsIsRefused(string name) => ProbeTest.Run(probes, name, new HugeBatch());

    [Theory]
    [MemberData(nameof(Names))]
    public void FewerThreadsThanOneAreRefused(string name) => ProbeTest.Run(probes, name, new NoThreads());

    private sealed class NoThreads : IProbeTest
    {
        public void Run<T>(Func<NetworkProbe<T>> create)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            NetworkProbe<T> probe = create();
            Should.Throw<ArgumentOutOfRangeException>(() => probe.Network.CreateTrainer(4, 0)).ParamName.ShouldBe("threads");
            Should.Throw<ArgumentOutOfRangeException>(() => probe.Network.CreateTrainer(4, -1)).ParamName.ShouldBe("threads");
            Should.Throw<ArgumentOutOfRangeException>(() => probe.Network.PredictMany(probe.Inputs(1), new T[probe.Targets(1).Length], 0)).ParamName.ShouldBe("threads");
        }
    }

    private sealed class RefusedTraining : IProbeTest
    {
        public void Run<T>(Func<NetworkProbe<T>> create)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            NetworkProbe<T> probe = create();
            Trainer<T> trainer = probe.Network.CreateTrainer(4);
            T[] before = probe.Parameters();
            int size = probe.Inputs(1).Length;
            foreach (int length in (int[])[0, size - 1, size + 1, 5 * size])
            {
                T[] inputs = new T[length];
                string message = Should.Throw<ArgumentException>(() => StepOn(trainer, inputs, probe, samples: 4)).Message;
                message.ShouldContain($"1 to 4 samples of {size} input");
                message.ShouldContain($"but got {length}");
                Should.Throw<ArgumentException>(() => trainer.Forward(inputs));
            }

            Should.Throw<ArgumentException>(() => StepOn(trainer, probe.Inputs(2), probe, samples: 3)).Message.ShouldContain("2 samples");
            Should.Throw<InvalidOperationException>(trainer.Update);
            Should.Throw<InvalidOperationException>(trainer.Backward);
            if (trainer is LabelTrainer<T> labels)
            {
                int classes = probe.Targets(1).Length;
                Should.Throw<ArgumentException>(() => labels.Step(probe.Inputs(2), [0, classes]))
                    .Message.ShouldContain($"from 0 to {classes - 1}, but the label of sample 1 is {classes}");
                Should.Throw<ArgumentException>(() => labels.Step(probe.Inputs(2), [int.MinValue, 0]));
            }

            trainer.StepCount.ShouldBe(0);
            probe.Parameters().ShouldBe(before);
        }

        private static void StepOn<T>(Trainer<T> trainer, T[] inputs, NetworkProbe<T> probe, int samples)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            _ = trainer is LabelTrainer<T> labels
                ? labels.Step(inputs, probe.Labels(samples))
                : ((ValueTrainer<T>)trainer).Step(inputs, probe.Targets(samples));
        }
    }

    private sealed class HugeBatch : IProbeTest
    {
        public void Run<T>(Func<NetworkProbe<T>> create)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            NetworkProbe<T> probe = create();
            Should.Throw<ArgumentOutOfRangeException>(() => probe.Network.CreateTrainer(0));
            Should.Throw<ArgumentOutOfRangeException>(() => probe.Network.CreateTrainer(-1));
            Should.Throw<ArgumentOutOfRangeException>(() => probe.Network.CreateTrainer(int.MaxValue)).ParamName.ShouldBe("batchSize");
        }
    }
}
