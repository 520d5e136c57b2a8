using System.Runtime.InteropServices;
using NetGen.Weights;

namespace NetGen.Tests.Training;

/// <summary>The passes that both of a <see cref="LinearModel"/>'s trainers share.</summary>
internal sealed class LinearKernels(LinearModel model, int batchSize)
{
    private readonly int inputSize = model.Description.InputSize;
    private readonly int outputSize = model.Description.OutputSize;
    private readonly int inputStride = model.Description.InputSize + model.Padding;
    private readonly double[] compact = new double[batchSize * model.Description.InputSize];
    private readonly double[] outputs = new double[batchSize * model.Description.OutputSize];
    private readonly double[] deltas = new double[batchSize * model.Description.OutputSize];

    public double[] Outputs => outputs;

    /// <summary>Takes the loss's derivative by each output.</summary>
    public double[] Deltas => deltas;

    public static TrainerShape Shape(LinearModel model, bool labels)
    {
        int inputs = model.Description.InputSize;
        int outputs = model.Description.OutputSize;
        return labels
            ? new(inputs, inputs, inputs + model.Padding, outputs, 1, 1, 1)
            : new(inputs, inputs, inputs + model.Padding, outputs, 1, outputs, outputs + model.Padding);
    }

    public void Forward(ref double inputs, int samples)
    {
        model.PredictMany(Compact(ref inputs, samples), outputs.AsSpan(0, samples * outputSize));
    }

    public void Backward(ref double inputs, int samples, TensorStore<double> gradients)
    {
        var rows = Compact(ref inputs, samples);
        var memory = gradients.Buffer.Span;
        memory.Clear();
        for (int sample = 0; sample < samples; sample++)
        {
            for (int unit = 0; unit < outputSize; unit++)
            {
                double delta = deltas[sample * outputSize + unit];
                memory[outputSize * inputSize + unit] += delta;
                for (int i = 0; i < inputSize; i++)
                {
                    memory[unit * inputSize + i] += delta * rows[sample * inputSize + i];
                }
            }
        }
    }

    public static void Update(TensorStore<double> parameters, TensorStore<double> gradients, double learningRate)
    {
        var values = parameters.Buffer.Span;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] -= learningRate * gradients.Buffer.Span[i];
        }
    }

    private Span<double> Compact(ref double inputs, int samples)
    {
        var padded = MemoryMarshal.CreateSpan(ref inputs, samples * inputStride);
        for (int sample = 0; sample < samples; sample++)
        {
            padded.Slice(sample * inputStride, inputSize).CopyTo(compact.AsSpan(sample * inputSize));
        }

        return compact.AsSpan(0, samples * inputSize);
    }
}
