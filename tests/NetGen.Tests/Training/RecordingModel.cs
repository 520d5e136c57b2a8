using NetGen.Weights;

namespace NetGen.Tests.Training;

/// <summary>Learns nothing, and remembers what it was shown.</summary>
internal sealed class RecordingModel : INetwork<double>
{
    private readonly LinearModel shape = new(1, 1, "MeanSquaredError");
    private readonly List<double> inputs = [];

    /// <summary>The smallest number of samples that it can be trained on.</summary>
    public int LeastSamples { get; init; } = 1;

    /// <summary>The numbers of samples of all steps.</summary>
    public List<int> Batches { get; } = [];

    public NetworkDescription Description => shape.Description;

    public TensorStore<double> Parameters => shape.Parameters;

    /// <summary>Whether every target was its input's negative.</summary>
    public bool TargetsMatched { get; private set; } = true;

    public void Predict(ReadOnlySpan<double> input, Span<double> outputs) => PredictMany(input, outputs);

    public void PredictMany(ReadOnlySpan<double> inputs, Span<double> outputs) => shape.PredictMany(inputs, outputs);

    public Trainer<double> CreateTrainer(int batchSize, int threads = 1) => new Recorder(this, batchSize);

    /// <summary>The inputs of all steps since the last call.</summary>
    public List<double> TakeInputs()
    {
        List<double> taken = [.. inputs];
        inputs.Clear();
        return taken;
    }

    private sealed class Recorder(RecordingModel model, int batchSize)
        : ValueTrainer<double>(new(1, 1, 1, 1, 1, 1, 1, model.LeastSamples), model.Parameters, batchSize, learningRate: 1)
    {
        protected override NetworkDescription Description => model.Description;

        protected override void ForwardCore(ref double inputs)
        {
            model.Batches.Add(Samples);
            for (int i = 0; i < Samples; i++)
            {
                double input = System.Runtime.CompilerServices.Unsafe.Add(ref inputs, i);
                model.inputs.Add(input);
                model.TargetsMatched &= Targets.Span[i] == -input;
            }
        }

        protected override double LossCore() => 0;

        protected override void BackwardCore(ref double inputs)
        {
        }

        protected override void UpdateCore()
        {
        }

        protected override void ReadOutputsCore(Span<double> destination) => destination.Clear();
    }
}
