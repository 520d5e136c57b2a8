using NetGen.Weights;

namespace NetGen.Tests.Threading;

/// <summary>The sum of what its members predict, each on several threads.</summary>
internal sealed class EnsembleModel(params DoublingModel[] members) : INetwork<float>
{
    public NetworkDescription Description => members[0].Description;

    public TensorStore<float> Parameters => members[0].Parameters;

    public void Predict(ReadOnlySpan<float> input, Span<float> outputs) => PredictMany(input, outputs);

    public void PredictMany(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        foreach (var member in members)
        {
            member.PredictMany(inputs, outputs, threads: 2);
        }
    }

    public Trainer<float> CreateTrainer(int batchSize, int threads = 1) => throw new NotSupportedException();
}
