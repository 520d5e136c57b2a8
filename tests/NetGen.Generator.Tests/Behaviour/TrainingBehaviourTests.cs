using System.Numerics;

namespace NetGen.Generator.Tests.Behaviour;

[Collection(SharedProbes.Name)]
public sealed class TrainingBehaviourTests(Probes probes)
{
    public static TheoryData<string> Names => Probes.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void StepIsItsFourPartsOneByOne(string name) => With(name, new StepIsItsParts());

    [Theory]
    [MemberData(nameof(Names))]
    public void TheSameSeedTrainsToTheSameBits(string name) => With(name, new SameSeedSameBits());

    [Theory]
    [MemberData(nameof(Names))]
    public void AShortBatchIsABatchOfItsOwnSize(string name) => With(name, new ShortBatch());

    [Theory]
    [MemberData(nameof(Names))]
    public void OutputsAreThoseBeforeTheUpdate(string name) => With(name, new OutputsBeforeUpdate());

    [Theory]
    [MemberData(nameof(Names))]
    public void TheLearningRateCanBeSet(string name) => With(name, new LearningRate());

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatIsRefusedChangesNothing(string name) => With(name, new RefusedTraining());

    [Theory]
    [MemberData(nameof(Names))]
    public void ABatchBeyond32BitsIsRefused(string name) => With(name, new HugeBatch());

    private void With(string name, IProbeTest test) => ProbeTest.Run(probes, name, test);

    private sealed class StepIsItsParts : IProbeTest
    {
        public void Run<T>(Func<NetworkProbe<T>> create)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var (whole, parts) = (create(), create());
            Trainer<T> wholeTrainer = whole.Network.CreateTrainer(5);
            Trainer<T> partsTrainer = parts.Network.CreateTrainer(5);
            for (int step = 0; step < 3; step++)
            {
                T loss = whole.Step(wholeTrainer, 5);
                partsTrainer.Forward(parts.Inputs(5));
                parts.Loss(partsTrainer, 5).ShouldBe(loss);
                partsTrainer.Backward();
                partsTrainer.Update();
            }

            parts.Parameters().ShouldBe(whole.Parameters());
            partsTrainer.StepCount.ShouldBe(3);
        }
    }

    private sealed class SameSeedSameBits : IProbeTest
    {
        public void Run<T>(Func<NetworkProbe<T>> create)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var (first, second) = (create(), create());
            first.Parameters().ShouldBe(second.Parameters());
            Trainer<T>[] trainers = [first.Network.CreateTrainer(7), second.Network.CreateTrainer(7)];
            first.Step(trainers[0], 7).ShouldBe(second.Step(trainers[1], 7));
            first.Parameters().ShouldBe(second.Parameters());
        }
    }

    private sealed class ShortBatch : IProbeTest
    {
        public void Run<T>(Func<NetworkProbe<T>> create)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var (roomy, exact) = (create(), create());
            Trainer<T> roomyTrainer = roomy.Network.CreateTrainer(11);
            Trainer<T> exactTrainer = exact.Network.CreateTrainer(3);
            roomy.Evaluate(roomyTrainer, 11);
            roomy.Step(roomyTrainer, 3).ShouldBe(exact.Step(exactTrainer, 3));
            roomy.Parameters().ShouldBe(exact.Parameters());
        }
    }

    private sealed class OutputsBeforeUpdate : IProbeTest
    {
        public void Run<T>(Func<NetworkProbe<T>> create)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            NetworkProbe<T> probe = create();
            Trainer<T> trainer = probe.Network.CreateTrainer(6);
            T[] before = probe.PredictMany(probe.Inputs(4));
            var outputs = new T[before.Length];

            probe.Step(trainer, 4);
            trainer.ReadOutputs(outputs);
            outputs.ShouldBe(before);

            probe.Evaluate(trainer, 4);
            trainer.ReadOutputs(outputs);
            outputs.ShouldBe(probe.PredictMany(probe.Inputs(4)));
            outputs.ShouldNotBe(before);
        }
    }

    private sealed class LearningRate : IProbeTest
    {
        public void Run<T>(Func<NetworkProbe<T>> create)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            NetworkProbe<T> probe = create();
            Trainer<T> trainer = probe.Network.CreateTrainer(2);
            T[] before = probe.Parameters();
            trainer.LearningRate = 0;
            probe.Step(trainer, 2);
            probe.Parameters().ShouldBe(before);
            trainer.LearningRate = 0.125;
            probe.Step(trainer, 2);
            probe.Parameters().ShouldNotBe(before);
            probe.Parameters().All(T.IsFinite).ShouldBeTrue();
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
                message.ShouldContain($"1 to 4 samples of {size} inputs");
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
                    .Message.ShouldContain($"from 0 to {classes - 1}, but label 1 is {classes}");
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
            Exception tooLarge = Should.Throw<Exception>(() => probe.Network.CreateTrainer(int.MaxValue));
            (tooLarge is OverflowException or OutOfMemoryException).ShouldBeTrue(tooLarge.ToString());
        }
    }
}
