using NetGen.Weights;

namespace NetGen.Tests.Training;

/// <summary>
/// One dense layer written by hand, as plainly as can be: what a generated class does, so that the library's loop can be tested
/// without a generator.
/// </summary>
internal sealed class LinearModel : INetwork<double>
{
    private readonly int inputSize;
    private readonly int outputSize;

    public LinearModel(int inputs, int outputs, string loss)
    {
        inputSize = inputs;
        outputSize = outputs;
        var weight = new TensorDescription("dense1.weight", [outputs, inputs], Init.XavierUniform, 0, true);
        var bias = new TensorDescription("dense1.bias", [outputs], Init.Constant, 0, false);
        Parameters = new TensorStore<double>(outputs * inputs + outputs, new TensorLayout(weight, 0, inputs, 1), new TensorLayout(bias, outputs * inputs, 1));
        Description = new NetworkDescription
        {
            Name = "LinearModel",
            Precision = Precision.Double,
            Layers = [new("input1", "Input", [], [inputs], []), new("dense1", "Dense", ["input1"], [outputs], [])],
            Tensors = Parameters.Tensors,
            Loss = new(loss, []),
            Optimizer = new("Sgd", []),
        };
        Initialization.Fill(Parameters, 1);
    }

    public NetworkDescription Description { get; init; }

    public TensorStore<double> Parameters { get; init; }

    /// <summary>The distance of rows of inputs and targets beyond their size: 0 reads the caller's memory as it is.</summary>
    public int Padding { get; init; }

    public void Predict(ReadOnlySpan<double> input, Span<double> outputs) => PredictMany(input, outputs);

    public void PredictMany(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        var memory = Parameters.Buffer.Span;
        for (int sample = 0; sample < inputs.Length / inputSize; sample++)
        {
            for (int unit = 0; unit < outputSize; unit++)
            {
                double sum = memory[outputSize * inputSize + unit];
                for (int i = 0; i < inputSize; i++)
                {
                    sum += memory[unit * inputSize + i] * inputs[sample * inputSize + i];
                }

                outputs[sample * outputSize + unit] = sum;
            }
        }
    }

    /// <summary>How many threads the last trainer was asked for with; it has one.</summary>
    public int Threads { get; private set; }

    public Trainer<double> CreateTrainer(int batchSize, int threads = 1)
    {
        Threads = threads;
        return Description.Loss.Op == "CrossEntropy" ? new LinearLabelTrainer(this, batchSize) : new LinearValueTrainer(this, batchSize);
    }
}
