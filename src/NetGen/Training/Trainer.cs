using NetGen.Kernels;
using NetGen.Weights;

namespace NetGen;

/// <summary>
/// Trains one network: forward, loss, backward, update, as one <c>Step</c> or one by one. All memory is taken on construction.
/// A trainer belongs to one thread, however many help it.
/// </summary>
/// <typeparam name="T">The element type of parameters, inputs and outputs.</typeparam>
public abstract partial class Trainer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TrainerShape shape;
    private readonly AlignedBuffer<T> inputCopy;
    private readonly int wholeLength;
    private double learningRate;

    /// <summary>Takes the memory.</summary>
    /// <param name="shape">The network's sizes.</param>
    /// <param name="parameters">What is trained.</param>
    /// <param name="batchSize">The largest number of samples of one step, at least 1.</param>
    /// <param name="learningRate">The learning rate to start with.</param>
    /// <param name="threads">The most threads that may share a step, the calling one included; at least 1.</param>
    /// <param name="leastShare">The fewest samples that are worth another thread; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="batchSize"/>, <paramref name="threads"/> or <paramref name="leastShare"/> is below 1, or a batch has more elements
    /// than one buffer can hold.
    /// </exception>
    protected Trainer(
        TrainerShape shape,
        TensorStore<T> parameters,
        int batchSize,
        double learningRate,
        int threads = 1,
        int leastShare = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(leastShare, 1);
        this.shape = shape;
        BatchSize = batchSize;
        LearningRate = learningRate;
        Parameters = parameters;
        Gradients = parameters.CreateForGradients();
        wholeLength = LengthOf(batchSize, shape.InputSize);
        inputCopy = new AlignedBuffer<T>(LengthOf(batchSize, shape.PaddedInputSize));
        Targets = new AlignedBuffer<T>(LengthOf(batchSize, shape.PaddedTargetSize));
        StartThreads(threads, leastShare);
    }

    /// <summary>The largest number of samples of one step.</summary>
    public int BatchSize { get; }

    /// <summary>The learning rate of the next update, finite and not negative; it can be set before any.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public double LearningRate
    {
        get => learningRate;
        set => learningRate = ArgumentCheck.AtLeast(0, value, nameof(LearningRate));
    }

    /// <summary>The number of updates so far.</summary>
    public long StepCount { get; private set; }

    /// <summary>
    /// What dropout and noise are drawn from, along with <see cref="PassCount"/>: trainers of one seed draw the same. 0 at first;
    /// <c>Fit</c> sets it to its options' seed.
    /// </summary>
    public long NoiseSeed { get; set; }

    /// <summary>
    /// The number of training passes so far, each a <see cref="Forward"/> or a <c>Step</c>. It tells passes apart where noise is drawn:
    /// set it, with <see cref="NoiseSeed"/>, to go on as another trainer would have.
    /// </summary>
    public long PassCount { get; set; }

    /// <summary>What is trained, and the tensors beside it that are not learned.</summary>
    public TensorStore<T> Parameters { get; }

    /// <summary>
    /// The gradients of the last <see cref="Backward"/>: of the mean loss and the penalties, before clipping. Tensors that are not
    /// learned have none.
    /// </summary>
    public TensorStore<T> Gradients { get; }

    /// <summary>What the loss of the last samples was divided by: their number, or the sum of their weights.</summary>
    internal virtual double BatchWeight => Samples;

    /// <summary>Whether targets are class indices.</summary>
    internal abstract bool TakesLabels { get; }

    /// <summary>The smallest number of samples of a training pass.</summary>
    internal int LeastSamples => shape.LeastSamples;

    /// <summary>The network that is trained.</summary>
    protected abstract NetworkDescription Description { get; }

    /// <summary>The number of samples of the last forward pass.</summary>
    protected int Samples { get; private set; }

    /// <summary>The targets of the last loss: one label, or one padded row of values, per sample.</summary>
    protected AlignedBuffer<T> Targets { get; }

    /// <summary>The outputs of the last <see cref="Forward"/>, <c>Step</c> (as they were before the update) or <c>Evaluate</c>.</summary>
    /// <param name="destination">Takes [samples, outputs].</param>
    /// <exception cref="ArgumentException">The length differs.</exception>
    public void ReadOutputs(Span<T> destination)
    {
        if (destination.Length != Samples * shape.OutputSize)
        {
            throw new ArgumentException(
                $"Expected room for {Counted.Of(Samples, "sample")} of {Counted.Of(shape.OutputSize, "output")}, {Counted.Of(Samples * shape.OutputSize, "element")}, but got {destination.Length}.",
                nameof(destination));
        }

        ReadOutputsCore(destination);
    }

    /// <summary><c>Step</c> with labels or targets, whichever the network takes.</summary>
    internal abstract T Step(in Batch<T> batch);

    /// <summary>Forward, loss, backward and <see cref="Accumulate"/>, with labels or targets, whichever the network takes.</summary>
    internal abstract T AccumulateBatch(in Batch<T> batch);

    /// <summary><c>Evaluate</c> with labels or targets, whichever the network takes.</summary>
    internal abstract T Evaluate(in Batch<T> batch);

    /// <summary>Runs the forward pass over <see cref="Samples"/> samples.</summary>
    /// <param name="inputs">The first of them.</param>
    protected abstract void ForwardCore(ref T inputs);

    /// <summary>Runs the forward pass as prediction does: it leaves out what only training does, such as dropout.</summary>
    /// <param name="inputs">The first of <see cref="Samples"/> samples.</param>
    protected virtual void EvaluateCore(ref T inputs) => ForwardCore(ref inputs);

    /// <summary>The mean loss of the last forward pass against <see cref="Targets"/>.</summary>
    protected abstract T LossCore();

    /// <summary>Fills <see cref="Gradients"/>.</summary>
    /// <param name="inputs">The first sample of the last forward pass.</param>
    protected abstract void BackwardCore(ref T inputs);

    /// <summary>Changes <see cref="Parameters"/> by <see cref="Gradients"/>.</summary>
    protected abstract void UpdateCore();

    /// <summary>Copies the last outputs, without padding.</summary>
    /// <param name="destination">Of the right length.</param>
    protected abstract void ReadOutputsCore(Span<T> destination);

    /// <summary>All of a step behind its checks.</summary>
    /// <param name="inputs">The first sample.</param>
    protected virtual T StepCore(ref T inputs) => StepInParts(ref inputs);

    /// <summary>The key of what one layer draws in the current training pass.</summary>
    /// <param name="layer">The layer's place in the network.</param>
    /// <param name="draw">Which of its draws, from 0.</param>
    protected ulong NoiseKey(int layer, int draw) => Noise.Key(NoiseSeed, PassCount, layer, draw);
}
