using System.Globalization;
using NetGen.Testing;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>
/// What <c>Fit</c> allocates for a generated network, on all threads, with everything on that may be: a few records per epoch, however
/// many steps it has. Nothing else runs meanwhile.
/// </summary>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FitAllocationTests
{
    private const string Name = "Allocations of Fit";
    private const int BatchSize = 1600;
    private const int Epochs = 20;

    private static readonly NetworkSpec Spec = new()
    {
        Name = "allocations",
        Layers = [OperationSpec.Input(64), OperationSpec.Dense(256), new("BatchNorm"), new("Relu"), new("Dropout", ("rate", 0.3)), OperationSpec.Dense(4)],
        Loss = new("CrossEntropy"),
        Optimizer = new("Adam", ("learningRate", 0.01)),
        Clip = new("ClipGradients", ("norm", 1.0)),
    };

    private static readonly CompiledSpecs<float> Compiled = new([Spec]);

    [Fact]
    public void Steps_allocate_nothing_with_everything_on()
    {
        using (var trainer = Compiled.Create(Spec).CreateTrainer(BatchSize, threads: 2))
        {
            trainer.Threads.ShouldBe(Math.Min(2, Environment.ProcessorCount));
        }

        long few = BytesPerEpoch(batches: 10);
        long many = BytesPerEpoch(batches: 40);

        few.ShouldBeInRange(1, 4096);

        // Ten more updates, and no object is smaller than 24 bytes.
        (many - few).ShouldBeLessThan(10 * 24, string.Create(CultureInfo.InvariantCulture, $"an epoch of 10 batches took {few} bytes, one of 40 {many}"));
    }

    /// <summary>The least that an epoch takes: a test runner's threads allocate now and then.</summary>
    private static long BytesPerEpoch(int batches)
    {
        var network = Compiled.Create(Spec);
        var (train, validation) = (TrainingCases.Data<float>(network.Description, batches * BatchSize), TrainingCases.Data<float>(network.Description, batches * BatchSize / 4, seed: 2));
        var marks = new List<long>(Epochs);
        var options = new FitOptions
        {
            Epochs = Epochs,
            BatchSize = BatchSize,
            Threads = 2,
            AccumulationSteps = 3,
            Schedule = Schedule.Cosine(0.01, 1000).WarmUp(10),
            ClassWeights = [1, 2, 3, 4],
            Metrics = [new Accuracy(), new TopKAccuracy(2), new F1Metric(), new ConfusionMatrix()],
            EarlyStopping = new(patience: Epochs),
            Validation = validation,
            Watch = new NetworkWatch { Every = 1 },
            Observer = new ConsoleProgress(TextWriter.Null, () => 80, new Clock()),
            Progress = _ => marks.Add(GC.GetTotalAllocatedBytes(precise: true)),
        };
        network.Fit(train, options).Epochs.Count.ShouldBe(Epochs);
        return Allocations.LeastBetween(marks);
    }

    /// <summary>A second goes by each time one looks: every step is shown.</summary>
    private sealed class Clock : TimeProvider
    {
        private long seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => ++seconds;
    }
}
