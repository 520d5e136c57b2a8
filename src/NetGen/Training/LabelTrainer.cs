using NetGen.Weights;

namespace NetGen;

/// <summary>Trains a network whose targets are class indices.</summary>
/// <typeparam name="T">The element type of parameters, inputs and outputs.</typeparam>
public abstract class LabelTrainer<T> : Trainer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int classes;

    /// <inheritdoc/>
    protected LabelTrainer(TrainerShape shape, TensorStore<T> parameters, int batchSize, double learningRate)
        : base(shape, parameters, batchSize, learningRate)
    {
        classes = shape.OutputSize;
    }

    internal sealed override bool TakesLabels => true;

    /// <summary>One training step: forward, loss, backward, clipping, update.</summary>
    /// <param name="inputs">Samples one after another, [samples, inputs]; 1 to <see cref="Trainer{T}.BatchSize"/> of them.</param>
    /// <param name="labels">The index of the right class of each sample.</param>
    /// <returns>The mean loss before the update, without penalties.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit, or a label is out of range; nothing has changed.</exception>
    public T Step(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels)
    {
        int samples = CountTrainingSamples(inputs.Length);
        CopyLabels(labels, samples);
        return RunStep(inputs, samples);
    }

    /// <summary>The mean loss of the last forward pass, without penalties.</summary>
    /// <param name="labels">The index of the right class of each of its samples.</param>
    /// <exception cref="ArgumentException">The length does not fit, or a label is out of range.</exception>
    /// <exception cref="InvalidOperationException">There has been no forward pass since the last backward pass.</exception>
    public T Loss(ReadOnlySpan<int> labels)
    {
        RequireForward();
        CopyLabels(labels, Samples);
        return RunLoss();
    }

    /// <summary>
    /// The mean loss of samples as prediction sees them, without penalties. Nothing is learned;
    /// <see cref="Trainer{T}.ReadOutputs"/> then gives their outputs.
    /// </summary>
    /// <param name="inputs">Samples one after another, [samples, inputs]; 1 to <see cref="Trainer{T}.BatchSize"/> of them.</param>
    /// <param name="labels">The index of the right class of each sample.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or a label is out of range.</exception>
    public T Evaluate(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels)
    {
        int samples = CountSamples(inputs.Length);
        CopyLabels(labels, samples);
        return RunEvaluation(inputs, samples);
    }

    internal sealed override T Step(in Batch<T> batch) => Step(batch.Inputs, batch.Labels);

    internal sealed override T Evaluate(in Batch<T> batch) => Evaluate(batch.Inputs, batch.Labels);

    private void CopyLabels(ReadOnlySpan<int> labels, int samples)
    {
        if (labels.Length != samples)
        {
            throw new ArgumentException($"Expected {samples} labels for {samples} samples, but got {labels.Length}.");
        }

        for (int sample = 0; sample < labels.Length; sample++)
        {
            if ((uint)labels[sample] >= (uint)classes)
            {
                throw new ArgumentException($"Expected labels from 0 to {classes - 1}, but label {sample} is {labels[sample]}.");
            }
        }

        Span<T> targets = Targets.Span;
        for (int sample = 0; sample < labels.Length; sample++)
        {
            targets[sample] = T.CreateTruncating(labels[sample]);
        }
    }
}
