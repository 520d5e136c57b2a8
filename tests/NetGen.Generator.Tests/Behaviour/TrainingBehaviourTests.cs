using System.Numerics;

namespace NetGen.Generator.Tests.Behaviour;

[Collection(SharedProbes.Name)]
public sealed class TrainingBehaviourTests(Probes probes)
{
    public static TheoryData<string> Names => Probes.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void ThreadsChangeNothing(string name) => ProbeTest.Run(probes, name, new Threads());

    /// <summary>So many that any batch is worth another thread.</summary>
    [Fact]
    public void MillionsOfWeightsAreTrained()
    {
        using LoadedCode code = Compiler.Harness.CompileAndLoad(
            "using NetGen; namespace Demo; [Network, Input(2048), Dense(2048), Relu, Dense(10), CrossEntropy, Sgd(LearningRate = 0.01)] public partial class Large;");
        float[][] losses = [.. Enumerable.Range(1, 2).Select(threads =>
        {
            using var trainer = (LabelTrainer<float>)code.CreateNetwork<float>("Demo.Large").CreateTrainer(3, threads);
            float[] inputs = [.. Enumerable.Range(0, 3 * 2048).Select(i => MathF.Sin(i))];
            return (float[])[.. Enumerable.Range(0, 3).Select(_ => trainer.Step(inputs, [1, 2, 3]))];
        })];
        losses[0][2].ShouldBeLessThan(losses[0][0]);
        losses[1].ShouldBe(losses[0]);
    }

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
    [MemberData(nameof(Probes.NamesWithoutModes), MemberType = typeof(Probes))]
    public void OutputsAreThoseBeforeTheUpdate(string name) => With(name, new OutputsBeforeUpdate());

    [Theory]
    [MemberData(nameof(Names))]
    public void TheLearningRateCanBeSet(string name) => With(name, new LearningRate());

    private void With(string name, IProbeTest test) => ProbeTest.Run(probes, name, test);

    private sealed class StepIsItsParts : IProbeTest
    {
        public void Run<T>(Func<NetworkProbe<T>> create)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var (whole, parts) = (create(), create());
            Trainer<T> wholeTrainer = whole.Network.CreateTrainer(5);
            Trainer<T> partsTrainer = parts.Network.CreateTrainer(5);
            foreach (int samples in (int[])[5, whole.LeastSamples, 5])
            {
                T loss = whole.Step(wholeTrainer, samples);
                partsTrainer.Forward(parts.Inputs(samples));
                parts.Loss(partsTrainer, samples).ShouldBe(loss);
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

    private sealed class Threads : IProbeTest
    {
        public void Run<T>(Func<NetworkProbe<T>> create)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            const int Batch = 3000;
            var (alone, shared) = (create(), create());
            using var aloneTrainer = alone.Network.CreateTrainer(Batch);
            using var sharedTrainer = shared.Network.CreateTrainer(Batch, threads: 2);
            bool isDivided = sharedTrainer.Threads > 1;
            isDivided.ShouldBe(alone.Parameters().Length > 5000 && Environment.ProcessorCount > 1);
            foreach (int samples in (int[])[Batch, 3, 99, Batch - 1, Batch])
            {
                shared.Step(sharedTrainer, samples).ShouldBe(alone.Step(aloneTrainer, samples));
                shared.Evaluate(sharedTrainer, samples).ShouldBe(alone.Evaluate(aloneTrainer, samples));
                shared.Parameters().AsSpan().SequenceEqual(alone.Parameters()).ShouldBeTrue($"{samples} samples");
            }
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
            T[] before = probe.Learned();
            trainer.LearningRate = 0;
            probe.Step(trainer, 2);
            probe.Learned().ShouldBe(before);
            trainer.LearningRate = 0.125;
            probe.Step(trainer, 2);
            probe.Learned().ShouldNotBe(before);
            probe.Learned().All(T.IsFinite).ShouldBeTrue();
        }
    }
}
