using System.Runtime.InteropServices;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>Trainings that are interrupted and gone on with, against ones that never were: the same bits.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("netgen-resume-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(TrainingCases.NamesToResume), MemberType = typeof(TrainingCases))]
    public void A_trainers_state_goes_through_a_file(string name)
    {
        string path = Path.Combine(folder, "state.safetensors");
        var (one, other) = (TrainingCases.InFloat.Create(TrainingCases.Spec(name)), TrainingCases.InFloat.Create(TrainingCases.Spec(name)));
        var trainer = one.CreateTrainer(8);
        Steps(trainer, from: 0, to: 5);
        trainer.LearningRate *= 0.7;
        trainer.NoiseSeed = 7;
        trainer.SaveState(path);
        Steps(trainer, from: 5, to: 9);

        var again = other.CreateTrainer(8);
        Steps(again, from: 20, to: 22);
        again.LoadState(path);
        again.StepCount.ShouldBe(5);
        again.LearningRate.ShouldBe(trainer.LearningRate);
        again.NoiseSeed.ShouldBe(7);
        Steps(again, from: 5, to: 9);

        Bytes(other).ShouldBe(Bytes(one));
    }

    [Fact]
    public void A_state_in_another_precision_is_refused()
    {
        string path = Path.Combine(folder, "state.safetensors");
        var spec = TrainingCases.Spec("plain");
        TrainingCases.InDouble.Create(spec).CreateTrainer(8).SaveState(path);
        Should.Throw<InvalidDataException>(() => TrainingCases.InFloat.Create(spec).CreateTrainer(8).LoadState(path)).Message
            .ShouldContain("precision should be 'Single', but is 'Double'");
    }

    [Fact]
    public void A_state_of_an_optimizer_of_other_decay_is_refused()
    {
        string path = Path.Combine(folder, "state.safetensors");
        var plain = TrainingCases.Spec("plain");
        var (one, other) = (plain with { Name = "one", Optimizer = new("Adam", ("beta1", 0.5)) }, plain with { Name = "other", Optimizer = new("Adam", ("beta1", 0.9)) });
        var compiled = new CompiledSpecs<float>([one, other]);
        compiled.Create(one).CreateTrainer(8).SaveState(path);
        compiled.Create(one).CreateTrainer(8).LoadState(path);
        var message = Should.Throw<InvalidDataException>(() => compiled.Create(other).CreateTrainer(8).LoadState(path)).Message;
        message.ShouldMatch("optimizer should be 'Adam.*beta1: 0.9,.*, but is 'Adam.*beta1: 0.5,");
    }

    /// <summary>52 samples in batches of 5, two to an update: 6 updates an epoch, the last of one batch of 2.</summary>
    [Theory]
    [MemberData(nameof(TrainingCases.NamesToResume), MemberType = typeof(TrainingCases))]
    public void Training_goes_on_after_any_update(string name)
    {
        var whole = TrainingCases.InFloat.Create(TrainingCases.Spec(name));
        var data = TrainingCases.Data<float>(whole.Description, 52);
        var expected = whole.Fit(data, Options(data, null));
        foreach (int updates in (int[])[0, 3, 6, 11])
        {
            string path = Path.Combine(folder, $"{updates}.safetensors");
            var first = TrainingCases.InFloat.Create(TrainingCases.Spec(name));
            using var source = new CancellationTokenSource();
            Should.Throw<OperationCanceledException>(() => first.Fit(data, Options(data, path, new StopAfter(updates, source), source.Token)));

            var second = TrainingCases.InFloat.Create(TrainingCases.Spec(name));
            foreach (var tensor in second.Parameters.Tensors)
            {
                second.Parameters.Write(tensor.Name, new float[tensor.Length]); // Everything must come from the file.
            }

            var history = second.Fit(data, Options(data, path));

            Bytes(second).ShouldBe(Bytes(whole), $"after {updates} updates");
            Curves(history).ShouldBe(Curves(expected));
            history.Best.Epoch.ShouldBe(expected.Best.Epoch);
        }
    }

    private static FitOptions Options(Dataset<float> data, string? path, StopAfter? stopAfter = null, CancellationToken token = default) => new()
    {
        Epochs = 3,
        BatchSize = 5,
        AccumulationSteps = 2,
        Seed = 11,
        Validation = data[..17],
        Schedule = Schedule.Cosine(0.05, steps: 18).WarmUp(4),
        RestoreBest = true,
        Metrics = data.HasLabels ? [new TopKAccuracy(1), new F1Metric()] : [new R2Metric(), new MeanAbsoluteErrorMetric()],
        Checkpoint = path is null ? null : new Checkpointing(path) { EverySteps = 2 },
        CancellationToken = token,
        Observer = stopAfter,
    };

    private static void Steps(Trainer<float> trainer, int from, int to)
    {
        for (int step = from; step < to; step++)
        {
            var random = new RandomSource(step);
            int inputs = trainer.Parameters.Tensors[0].Shape[1];
            int outputs = trainer.Parameters.ToArray("dense2.bias").Length;
            float[] samples = [.. Enumerable.Range(0, 8 * inputs).Select(_ => (float)random.NextNormal())];
            _ = trainer is LabelTrainer<float> labels
                ? labels.Step(samples, [.. Enumerable.Range(0, 8).Select(_ => random.NextInt(outputs))])
                : ((ValueTrainer<float>)trainer).Step(samples, [.. Enumerable.Range(0, 8 * outputs).Select(_ => (float)random.NextNormal())]);
        }
    }

    private static byte[] Bytes(INetwork<float> network) =>
        [.. network.Parameters.Tensors.SelectMany(tensor => MemoryMarshal.AsBytes<float>(network.Parameters.ToArray(tensor.Name)).ToArray())];

    /// <summary>Everything but the times.</summary>
    private static string[] Curves(FitHistory history)
    {
        var text = new StringWriter();
        new FitHistory([.. history.Epochs.Select(epoch => epoch with { Elapsed = TimeSpan.Zero })]).WriteCsv(text);
        return text.ToString().Split('\n');
    }

    /// <summary>Cancels once so many updates have been made: two batches each, or what is left of an epoch.</summary>
    private sealed class StopAfter(int updates, CancellationTokenSource source) : ITrainingObserver
    {
        private readonly bool isNow = Cancel(updates == 0, source);
        private int made;

        public void OnStep(in TrainingProgress progress)
        {
            made += progress.Batch % 2 == 0 || progress.Batch == progress.Batches ? 1 : 0;
            _ = Cancel(made == updates && !isNow, source);
        }

        public void OnEpoch(EpochResult result, int epochs)
        {
        }

        public void OnEnd()
        {
        }

        private static bool Cancel(bool condition, CancellationTokenSource source)
        {
            if (condition)
            {
                source.Cancel();
            }

            return condition;
        }
    }
}
