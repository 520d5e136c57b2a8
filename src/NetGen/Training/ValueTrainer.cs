using System.Diagnostics.CodeAnalysis;
using NetGen.Weights;

namespace NetGen;

/// <summary>Trains a network whose targets are values, as many per sample as it has outputs.</summary>
/// <typeparam name="T">The element type of parameters, inputs and outputs.</typeparam>
public abstract class ValueTrainer<T> : Trainer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TrainerShape shape;

    /// <inheritdoc/>
    protected ValueTrainer(
        TrainerShape shape,
        TensorStore<T> parameters,
        int batchSize,
        double learningRate,
        int threads = 1,
        int leastShare = int.MaxValue)
        : base(shape, parameters, batchSize, learningRate, threads, leastShare)
    {
        this.shape = shape;
    }

    internal sealed override bool TakesLabels => false;

    /// <summary>One training step: forward, loss, backward, clipping, update.</summary>
    /// <param name="inputs">Samples one after another, [samples, inputs]; 1 to <see cref="Trainer{T}.BatchSize"/> of them.</param>
    /// <param name="targets">What the outputs should be, [samples, outputs].</param>
    /// <returns>The mean loss before the update, without penalties.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit the network or each other; nothing has changed.</exception>
    /// <exception cref="InvalidOperationException">Gradients have been accumulated and not yet been used; nothing has changed.</exception>
    public T Step(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
    {
        int samples = CountTrainingSamples(inputs.Length);
        RequireUpdated();
        CopyTargets(targets, samples);
        return RunStep(inputs, samples);
    }

    /// <summary>The mean loss of the last forward pass, without penalties.</summary>
    /// <param name="targets">What its outputs should have been, [samples, outputs].</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    /// <exception cref="InvalidOperationException">There has been no forward pass since the last backward pass.</exception>
    public T Loss(ReadOnlySpan<T> targets)
    {
        RequireForward();
        CopyTargets(targets, Samples);
        return RunLoss();
    }

    /// <summary>
    /// The mean loss of samples as prediction sees them, without penalties. Nothing is learned;
    /// <see cref="Trainer{T}.ReadOutputs"/> then gives their outputs.
    /// </summary>
    /// <param name="inputs">Samples one after another, [samples, inputs]; 1 to <see cref="Trainer{T}.BatchSize"/> of them.</param>
    /// <param name="targets">What the outputs should be, [samples, outputs].</param>
    /// <exception cref="ArgumentException">The lengths do not fit the network or each other.</exception>
    public T Evaluate(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
    {
        int samples = CountSamples(inputs.Length);
        CopyTargets(targets, samples);
        return RunEvaluation(inputs, samples);
    }

    internal sealed override T Step(in Batch<T> batch) => Step(batch.Inputs, batch.Targets);

    internal sealed override T AccumulateBatch(in Batch<T> batch)
    {
        int samples = CountTrainingSamples(batch.Inputs.Length);
        CopyTargets(batch.Targets, samples);
        return RunAccumulation(batch.Inputs, samples);
    }

    internal sealed override T Evaluate(in Batch<T> batch) => Evaluate(batch.Inputs, batch.Targets);

    private void CopyTargets(ReadOnlySpan<T> targets, int samples)
    {
        if (targets.Length == 1 && samples * shape.OutputSize == 1)
        {
            // One value is copied sooner than a call is made.
            Targets.Start = targets[0];
        }
        else
        {
            CopySeveral(targets, samples);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CopySeveral(ReadOnlySpan<T> targets, int samples)
    {
        if (targets.Length != samples * shape.OutputSize)
        {
            ThrowTargets(targets.Length, samples);
        }

        CopyRows(targets, shape.TargetColumns, Targets, shape.TargetStride);
    }

    [DoesNotReturn]
    private void ThrowTargets(int length, int samples) => throw new ArgumentException(
        $"Expected targets for {Counted.Of(samples, "sample")} of {Counted.Of(shape.OutputSize, "output")}, {Counted.Of(samples * shape.OutputSize, "element")}, but got {length}.");
}
