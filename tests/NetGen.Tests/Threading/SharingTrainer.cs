using NetGen.Threading;
using NetGen.Weights;

namespace NetGen.Tests.Threading;

/// <summary>A trainer whose members write down who they are, and for each sample what they see of it.</summary>
internal sealed class SharingTrainer(int batchSize, int threads, int leastShare)
    : ValueTrainer<float>(new TrainerShape(2, 2, 2, 1, 1, 1, 1), new TensorStore<float>(0, []), batchSize, 0.1, threads, leastShare)
{
    private readonly object gate = new();

    /// <summary>The threads of the last pass.</summary>
    public HashSet<Thread> Members { get; } = [];

    /// <summary>The sums of each sample's inputs.</summary>
    public float[] Sums { get; } = new float[batchSize];

    protected override NetworkDescription Description => throw new NotSupportedException();

    protected override void ForwardCore(ref float inputs)
    {
        Members.Clear();
        Divide(Pass.Forward, ref inputs);
    }

    protected override float LossCore() => 0;

    protected override void BackwardCore(ref float inputs) => Divide(Pass.Backward, ref inputs);

    protected override void UpdateCore() => Divide(Pass.Update, ref Targets.Start);

    protected override void ReadOutputsCore(Span<float> destination) => Sums.AsSpan(0, destination.Length).CopyTo(destination);

    protected override void RunShare(Pass pass, Member member, ref float inputs)
    {
        lock (gate)
        {
            Members.Add(Thread.CurrentThread);
        }

        if (pass == Pass.Forward)
        {
            var samples = member.Share(Samples);
            for (int sample = samples.First; sample < samples.First + samples.Count; sample++)
            {
                Sums[sample] = At(ref inputs, 2 * sample) + At(ref inputs, (2 * sample) + 1);
            }
        }
    }
}
