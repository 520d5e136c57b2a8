using System.Reflection;
using NetGen.Threading;

namespace NetGen.Tests.Threading;

public sealed class ParallelPredictionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void EverySampleIsPredictedOnce(int threads)
    {
        var model = new DoublingModel();
        foreach (int samples in (int[])[0, 1, 11, 12, 13, 24, 500, 3001])
        {
            float[] inputs = Inputs(samples);
            float[] outputs = new float[inputs.Length + 2];
            model.PredictMany(inputs, outputs.AsSpan(1, inputs.Length), threads);

            outputs[1..^1].ShouldBe(inputs.Select(input => 2 * input));
            (outputs[0] + outputs[^1]).ShouldBe(0);
        }
    }

    [Fact]
    public void FewSamplesAreOneCall()
    {
        var model = new DoublingModel();
        model.PredictMany(Inputs(12), new float[24], threads: 4);
        model.Calls.ShouldBe(1);
    }

    [Fact]
    public void ManySamplesAreCutUp()
    {
        var model = new DoublingModel();
        model.PredictMany(Inputs(960), new float[1920], threads: 2);
        model.Calls.ShouldBe(Environment.ProcessorCount > 1 ? 10 : 1);
    }

    [Fact]
    public void WhatAThreadThrowsReachesTheCaller()
    {
        var model = new DoublingModel { Refused = 5000 };
        for (int run = 0; run < 20; run++)
        {
            Should.Throw<InvalidTimeZoneException>(() => model.PredictMany(Inputs(3000), new float[6000], threads: 2));
            model.PredictMany(Inputs(900), new float[1800], threads: 2);
        }
    }

    /// <summary>
    /// Its helpers write to its outputs until it returns. It is interrupted where it waits for one of them to have joined, which takes
    /// so little that the test holds the job's gate in the helper's place.
    /// </summary>
    [Fact]
    public void ACallerThatIsInterruptedWaitsAllTheSame()
    {
        const BindingFlags Private = BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;
        using var isHeld = new ManualResetEventSlim();
        object? job = null;
        Exception? failure = null, interruption = null;
        var caller = new Thread(() =>
        {
            var model = new DoublingModel();
            Predict();
            job = typeof(PredictionJob<float>).GetField("ofThread", Private)!.GetValue(null);
            model.Beginning = isHeld.Wait;
            failure = Record.Exception(Predict);
            interruption = Record.Exception(() => Thread.Sleep(TimeSpan.FromSeconds(10)));

            void Predict() => PredictionJob<float>.Predict(model, Inputs(960), new float[1920], new(960, 96, 2, 2), threads: 2);
        });
        caller.Start();
        SpinWait.SpinUntil(() => Volatile.Read(ref job) is not null && caller.ThreadState.HasFlag(ThreadState.WaitSleepJoin), TimeSpan.FromSeconds(10)).ShouldBeTrue();
        lock (typeof(PredictionJob<float>).GetField("gate", Private)!.GetValue(job)!)
        {
            isHeld.Set();
            Thread.Sleep(50);
            caller.Interrupt();
            Thread.Sleep(50);
        }

        caller.Join();
        failure.ShouldBeNull();
        interruption.ShouldBeOfType<ThreadInterruptedException>();
    }

    /// <summary>The caller begins when a helper has a block, or, on a machine without a free thread, after a while.</summary>
    [Fact]
    public void TheCallerWaitsForItsHelpers()
    {
        int caller = Environment.CurrentManagedThreadId;
        using var helped = new ManualResetEventSlim();
        var model = new DoublingModel
        {
            Beginning = () =>
            {
                if (Environment.CurrentManagedThreadId == caller)
                {
                    helped.Wait(200);
                    return;
                }

                helped.Set();
                Thread.Sleep(50);
            },
        };
        float[] inputs = Inputs(960), outputs = new float[1920];
        model.PredictMany(inputs, outputs, threads: 2);

        outputs.ShouldBe(inputs.Select(input => 2 * input));
    }

    [Fact]
    public void ManyCallersDoNotDisturbEachOther()
    {
        var model = new DoublingModel();
        Parallel.For(0, 40, i =>
        {
            float[] inputs = Inputs(200 + i);
            float[] outputs = new float[inputs.Length];
            model.PredictMany(inputs, outputs, threads: 3);
            outputs.ShouldBe(inputs.Select(input => 2 * input));
        });
    }

    /// <summary>A network that asks others on several threads, while it is asked on several threads.</summary>
    [Fact]
    public void AnEnsembleMayShareItsMembersOut()
    {
        var ensemble = new EnsembleModel(new DoublingModel(), new DoublingModel());
        for (int samples = 2000; samples < 2005; samples++)
        {
            float[] inputs = Inputs(samples);
            float[] outputs = new float[inputs.Length];
            ensemble.PredictMany(inputs, outputs, threads: 2);
            outputs.ShouldBe(inputs.Select(input => 4 * input));
        }
    }

    [Fact]
    public void NothingIsAllocated()
    {
        var model = new DoublingModel();
        float[] inputs = Inputs(500), outputs = new float[1000];
        Allocations.ShouldBeNone(() => { }, () => model.PredictMany(inputs, outputs, threads: 2));
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        var model = new DoublingModel();
        Should.Throw<ArgumentOutOfRangeException>(() => model.PredictMany(Inputs(2), new float[4], threads: 0)).ParamName.ShouldBe("threads");
        Should.Throw<ArgumentException>(() => model.PredictMany(new float[3], new float[4], threads: 2)).Message.ShouldContain("2 inputs");
        Should.Throw<ArgumentException>(() => model.PredictMany(Inputs(2), new float[5], threads: 2)).Message.ShouldContain("got 5");
        Should.Throw<ArgumentNullException>(() => ParallelPrediction.PredictMany<float>(null!, [], [], 2));
    }

    private static float[] Inputs(int samples) => [.. Enumerable.Range(0, 2 * samples).Select(i => (float)i)];
}
