namespace NetGen.Tests.Training;

/// <summary>Softmax regression by gradient descent.</summary>
internal sealed class LinearLabelTrainer(LinearModel model, int batchSize)
    : LabelTrainer<double>(LinearKernels.Shape(model, labels: true), model.Parameters, batchSize, learningRate: 0.5)
{
    private readonly LinearKernels kernels = new(model, batchSize);
    private readonly int classes = model.Description.OutputSize;

    protected override NetworkDescription Description => model.Description;

    protected override void ForwardCore(ref double inputs) => kernels.Forward(ref inputs, Samples);

    protected override double LossCore()
    {
        double loss = 0;
        for (int sample = 0; sample < Samples; sample++)
        {
            var logits = kernels.Outputs.AsSpan(sample * classes, classes);
            var deltas = kernels.Deltas.AsSpan(sample * classes, classes);
            int label = (int)Targets.Span[sample];
            double weight = SampleWeights.Span[sample];
            double sum = 0;
            foreach (double logit in logits)
            {
                sum += Math.Exp(logit);
            }

            for (int i = 0; i < classes; i++)
            {
                deltas[i] = (Math.Exp(logits[i]) / sum - (i == label ? 1 : 0)) * weight / WeightSum;
            }

            loss += weight * (Math.Log(sum) - logits[label]);
        }

        return loss / WeightSum;
    }

    protected override void BackwardCore(ref double inputs) => kernels.Backward(ref inputs, Samples, Gradients);

    protected override void UpdateCore() => LinearKernels.Update(Parameters, Gradients, LearningRate);

    protected override void ReadOutputsCore(Span<double> destination) =>
        kernels.Outputs.AsSpan(0, destination.Length).CopyTo(destination);
}
