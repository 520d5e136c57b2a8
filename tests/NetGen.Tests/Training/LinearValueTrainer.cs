namespace NetGen.Tests.Training;

/// <summary>Linear regression, or logistic regression under a <c>BinaryCrossEntropy</c>, by gradient descent.</summary>
internal sealed class LinearValueTrainer(LinearModel model, int batchSize)
    : ValueTrainer<double>(LinearKernels.Shape(model, labels: false), model.Parameters, batchSize, learningRate: 0.1)
{
    private readonly LinearKernels kernels = new(model, batchSize);
    private readonly bool isBinary = model.Description.Loss.Op == "BinaryCrossEntropy";
    private readonly int outputs = model.Description.OutputSize;

    protected override NetworkDescription Description => model.Description;

    protected override void ForwardCore(ref double inputs) => kernels.Forward(ref inputs, Samples);

    protected override double LossCore()
    {
        int count = Samples * outputs;
        double loss = 0;
        for (int i = 0; i < count; i++)
        {
            double output = kernels.Outputs[i];
            double target = Targets.Span[i / outputs * (outputs + model.Padding) + i % outputs];
            double error = isBinary ? 1 / (1 + Math.Exp(-output)) - target : output - target;
            loss += isBinary ? Math.Log(1 + Math.Exp(output)) - target * output : error * error;
            kernels.Deltas[i] = (isBinary ? 1 : 2) * error / count;
        }

        return loss / count;
    }

    protected override void BackwardCore(ref double inputs) => kernels.Backward(ref inputs, Samples, Gradients);

    protected override void UpdateCore() => LinearKernels.Update(Parameters, Gradients, LearningRate);

    protected override void ReadOutputsCore(Span<double> destination) =>
        kernels.Outputs.AsSpan(0, destination.Length).CopyTo(destination);
}
