using System.Runtime.CompilerServices;

namespace NetGen.Tests.Threading;

public sealed class TrainerThreadsTests
{
    private static readonly float[] Inputs = [.. Enumerable.Range(0, 40).Select(i => i * 0.5f)];

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void FewerThreadsThanOneAreRefused(int threads) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SharingTrainer(4, threads, leastShare: 1)).ParamName.ShouldBe("threads");

    [Fact]
    public void NoMoreThreadsAreStartedThanThereAreProcessorsAndWork()
    {
        using var manyThreads = new SharingTrainer(batchSize: 1000, threads: 1000, leastShare: 1);
        manyThreads.Threads.ShouldBe(Math.Min(Environment.ProcessorCount, 1000));
        using var littleWork = new SharingTrainer(batchSize: 20, threads: 1000, leastShare: 11);
        littleWork.Threads.ShouldBe(1);
        using var one = new SharingTrainer(batchSize: 20, threads: 1, leastShare: 1);
        one.Threads.ShouldBe(1);
    }

    [Fact]
    public void MembersSeeTheInputsAndShareThemOut()
    {
        using var trainer = new SharingTrainer(batchSize: 20, threads: 2, leastShare: 5);
        trainer.Step(Inputs, new float[20]);
        trainer.Members.Count.ShouldBe(Math.Min(2, Environment.ProcessorCount));
        trainer.Sums.ShouldBe(Enumerable.Range(0, 20).Select(sample => Inputs[2 * sample] + Inputs[(2 * sample) + 1]));
    }

    [Fact]
    public void FewSamplesStayWithTheCallingThread()
    {
        using var trainer = new SharingTrainer(batchSize: 20, threads: 2, leastShare: 5);
        trainer.Step(Inputs.AsSpan(0, 18), new float[9]);
        trainer.Members.ShouldBe([Thread.CurrentThread]);
    }

    [Fact]
    public void ADisposedTrainerGoesOnAlone()
    {
        var trainer = new SharingTrainer(batchSize: 20, threads: 2, leastShare: 1);
        Thread[] helpers = HelpersOf(trainer);
        trainer.Dispose();
        trainer.Dispose();
        helpers.ShouldAllBe(thread => thread.Join(TimeSpan.FromSeconds(30)));
        trainer.Threads.ShouldBe(1);
        trainer.Step(Inputs, new float[20]);
        trainer.Members.ShouldBe([Thread.CurrentThread]);
        trainer.StepCount.ShouldBe(2);
    }

    [Fact]
    public void ARefusedDatasetLeavesNoThreads()
    {
        var model = new DoublingModel();
        var wrong = Dataset.Valued(new float[30], new float[10], inputSize: 3);
        Should.Throw<ArgumentException>(() => model.Fit(wrong, new FitOptions { Threads = 2 }));
        model.Trainer!.Threads.ShouldBe(1);
    }

    [Fact]
    public void ADroppedTrainerLeavesNoThreads()
    {
        Thread[] helpers = HelpersOfADroppedTrainer();
        for (int attempt = 0; attempt < 100 && helpers.Any(thread => thread.IsAlive); attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Thread.Sleep(20);
        }

        helpers.ShouldAllBe(thread => !thread.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
#pragma warning disable CA2000 // To be dropped is what it is for.
    private static Thread[] HelpersOfADroppedTrainer() => HelpersOf(new SharingTrainer(batchSize: 20, threads: 2, leastShare: 1));
#pragma warning restore CA2000

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Thread[] HelpersOf(SharingTrainer trainer)
    {
        trainer.Step(Inputs, new float[20]);
        return [.. trainer.Members.Where(thread => thread != Thread.CurrentThread)];
    }
}
