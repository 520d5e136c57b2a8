using System.Numerics;

namespace NetGen.Generator.Tests.Behaviour;

[Collection(SharedProbes.Name)]
public sealed class PredictionBehaviourTests(Probes probes)
{
    public static TheoryData<string> Names => Probes.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void ManyAreAsMuchAsOneByOne(string name) => ProbeTest.Run(probes, name, new ManyAsOne());

    [Theory]
    [MemberData(nameof(Names))]
    public void ThreadsDoNotDisturbEachOther(string name) => ProbeTest.Run(probes, name, new Threads());

    [Theory]
    [MemberData(nameof(Names))]
    public void WrongLengthsAreRefused(string name) => ProbeTest.Run(probes, name, new WrongLengths());

    [Theory]
    [MemberData(nameof(Names))]
    public void NothingAroundTheOutputsIsTouched(string name) => ProbeTest.Run(probes, name, new OutputsAlone());

    private sealed class ManyAsOne : IProbeTest
    {
        public void Run<T>(Func<NetworkProbe<T>> create)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            NetworkProbe<T> probe = create();
            probe.PredictMany([]).ShouldBeEmpty();
            int size = probe.Inputs(1).Length;
            bool isLarge = probe.Parameters().Length > 20000;
            int most = isLarge ? 14 : 100;
            T[] inputs = probe.Inputs(most);
            T[] single = [.. Enumerable.Range(0, most).SelectMany(sample => probe.PredictMany(inputs[(sample * size)..((sample + 1) * size)]))];
            int outputs = single.Length / most;
            for (int count = 1; count <= most; count++)
            {
                probe.PredictMany(inputs[..(count * size)]).AsSpan().SequenceEqual(single.AsSpan(0, count * outputs)).ShouldBeTrue($"{count} samples");
            }
        }
    }

    private sealed class Threads : IProbeTest
    {
        public void Run<T>(Func<NetworkProbe<T>> create)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            NetworkProbe<T> probe = create();
            int size = probe.Inputs(1).Length;
            T[] inputs = probe.Inputs(16);
            T[][] expected = [.. Enumerable.Range(0, 16).Select(sample => probe.PredictMany(inputs[(sample * size)..((sample + 1) * size)]))];
            Parallel.For(0, 160, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
            {
                int sample = i % 16;
                T[] outputs = probe.PredictMany(inputs[(sample * size)..((sample + 1) * size)]);
                outputs.AsSpan().SequenceEqual(expected[sample]).ShouldBeTrue();
            });
        }
    }

    private sealed class WrongLengths : IProbeTest
    {
        public void Run<T>(Func<NetworkProbe<T>> create)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            NetworkProbe<T> probe = create();
            int size = probe.Inputs(1).Length;
            int outputs = probe.Targets(1).Length;
            string ofInputs = Should.Throw<ArgumentException>(() => probe.Network.PredictMany(new T[size + 1], new T[outputs])).Message;
            ofInputs.ShouldContain($"{size} inputs");
            ofInputs.ShouldContain($"got {size + 1}");
            string ofOutputs = Should.Throw<ArgumentException>(() => probe.Network.PredictMany(new T[2 * size], new T[outputs])).Message;
            ofOutputs.ShouldContain($"2 samples of {outputs} output");
            ofOutputs.ShouldContain($"got {outputs}");
        }
    }

    private sealed class OutputsAlone : IProbeTest
    {
        public void Run<T>(Func<NetworkProbe<T>> create)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            NetworkProbe<T> probe = create();
            int outputs = 3 * probe.Targets(1).Length;
            T mark = T.CreateChecked(-77);
            T[] memory = [.. Enumerable.Repeat(mark, outputs + 64)];
            probe.Network.PredictMany(probe.Inputs(3), memory.AsSpan(32, outputs));

            memory[..32].ShouldBe(Enumerable.Repeat(mark, 32));
            memory[(32 + outputs)..].ShouldBe(Enumerable.Repeat(mark, 32));
            memory[32..(32 + outputs)].ShouldBe(probe.PredictMany(probe.Inputs(3)));
        }
    }
}
