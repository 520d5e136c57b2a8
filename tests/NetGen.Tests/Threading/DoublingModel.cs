using NetGen.Weights;

namespace NetGen.Tests.Threading;

/// <summary>Predicts the double of its two inputs, and counts who did it. It claims many parameters, so that few samples are worth a thread.</summary>
internal sealed class DoublingModel : INetwork<float>
{
    private int calls;

    public NetworkDescription Description { get; } = new()
    {
        Name = "Doubling",
        Precision = Precision.Single,
        Layers = [new("input1", "Input", [], [2], [])],
        Tensors = [],
        Loss = new("MeanSquaredError", []),
        Optimizer = new("Sgd", []),
    };

    public TensorStore<float> Parameters { get; } = new(200_000, []);

    /// <summary>The calls since the model was made.</summary>
    public int Calls => calls;

    /// <summary>An input that is refused.</summary>
    public float Refused { get; set; } = -1;

    /// <summary>Runs at the beginning of each call, on its thread.</summary>
    public Action? Beginning { get; set; }

    public void Predict(ReadOnlySpan<float> input, Span<float> outputs) => PredictMany(input, outputs);

    public void PredictMany(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        Interlocked.Increment(ref calls);
        Beginning?.Invoke();
        for (int i = 0; i < inputs.Length; i++)
        {
            if (inputs[i] == Refused)
            {
                throw new InvalidTimeZoneException("refused");
            }

            outputs[i] += 2 * inputs[i];
        }
    }

    /// <summary>The trainer that was asked for last.</summary>
    public SharingTrainer? Trainer { get; private set; }

    public Trainer<float> CreateTrainer(int batchSize, int threads = 1) => Trainer = new SharingTrainer(batchSize, threads, leastShare: 1);
}
