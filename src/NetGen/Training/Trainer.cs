using NetGen.Weights;

namespace NetGen;

/// <summary>
/// Trains one network: forward, loss, backward, update, as one <c>Step</c> or one by one. All memory is taken on construction.
/// A trainer belongs to one thread.
/// </summary>
/// <typeparam name="T">The element type of parameters, inputs and outputs.</typeparam>
public abstract class Trainer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TrainerShape shape;
    private readonly AlignedBuffer<T> inputCopy;
    private Stage stage;

    /// <summary>Takes the memory.</summary>
    /// <param name="shape">The network's sizes.</param>
    /// <param name="parameters">What is trained.</param>
    /// <param name="batchSize">The largest number of samples of one step, at least 1.</param>
    /// <param name="learningRate">The learning rate to start with.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is below 1.</exception>
    protected Trainer(TrainerShape shape, TensorStore<T> parameters, int batchSize, double learningRate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        this.shape = shape;
        BatchSize = batchSize;
        LearningRate = learningRate;
        Parameters = parameters;
        Gradients = parameters.CreateSimilar();
        inputCopy = new AlignedBuffer<T>(checked(batchSize * shape.PaddedInputSize));
        Targets = new AlignedBuffer<T>(checked(batchSize * shape.PaddedTargetSize));
    }

    private enum Stage
    {
        Start,
        Forward,
        Loss,
        Backward,
    }

    /// <summary>The largest number of samples of one step.</summary>
    public int BatchSize { get; }

    /// <summary>The learning rate of the next update; it can be set before any.</summary>
    public double LearningRate { get; set; }

    /// <summary>The number of updates so far.</summary>
    public long StepCount { get; private set; }

    /// <summary>What is trained.</summary>
    public TensorStore<T> Parameters { get; }

    /// <summary>The gradients of the last <see cref="Backward"/>: of the mean loss and the penalties, before clipping.</summary>
    public TensorStore<T> Gradients { get; }

    /// <summary>Whether targets are class indices.</summary>
    internal abstract bool TakesLabels { get; }

    /// <summary>The number of samples of the last forward pass.</summary>
    protected int Samples { get; private set; }

    /// <summary>The targets of the last loss: one label, or one padded row of values, per sample.</summary>
    protected AlignedBuffer<T> Targets { get; }

    /// <summary>Computes every layer's output, and keeps what the backward pass needs.</summary>
    /// <param name="inputs">Samples one after another, [samples, inputs]; 1 to <see cref="BatchSize"/> of them.</param>
    /// <exception cref="ArgumentException">The length is not a whole number of samples, or there are too many.</exception>
    public void Forward(ReadOnlySpan<T> inputs)
    {
        Samples = CountSamples(inputs.Length);
        CopyRows(inputs, shape.InputColumns, inputCopy, shape.InputStride);
        ForwardCore(ref inputCopy.Start);
        stage = Stage.Forward;
    }

    /// <summary>Computes the gradients of the last loss by every parameter.</summary>
    /// <exception cref="InvalidOperationException">
    /// No loss has been computed since the last forward pass, or its gradients have been computed already: a backward pass may
    /// write over what it has read.
    /// </exception>
    public void Backward()
    {
        Require(stage == Stage.Loss, "Backward needs Forward and Loss first.");
        BackwardCore(ref inputCopy.Start);
        stage = Stage.Backward;
    }

    /// <summary>Clips the gradients and lets the optimizer change the parameters.</summary>
    /// <exception cref="InvalidOperationException">No gradients have been computed since the last update.</exception>
    public void Update()
    {
        Require(stage == Stage.Backward, "Update needs Forward, Loss and Backward first.");
        stage = Stage.Start;
        UpdateCore();
        StepCount++;
    }

    /// <summary>The outputs of the last <see cref="Forward"/>, <c>Step</c> (as they were before the update) or <c>Evaluate</c>.</summary>
    /// <param name="destination">Takes [samples, outputs].</param>
    /// <exception cref="ArgumentException">The length differs.</exception>
    public void ReadOutputs(Span<T> destination)
    {
        if (destination.Length != Samples * shape.OutputSize)
        {
            throw new ArgumentException(
                $"Expected room for {Samples} samples of {shape.OutputSize} outputs, {Samples * shape.OutputSize} elements, but got {destination.Length}.",
                nameof(destination));
        }

        ReadOutputsCore(destination);
    }

    /// <summary><c>Step</c> with labels or targets, whichever the network takes.</summary>
    internal abstract T Step(in Batch<T> batch);

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
    protected virtual T StepCore(ref T inputs)
    {
        ForwardCore(ref inputs);
        T loss = LossCore();
        BackwardCore(ref inputs);
        UpdateCore();
        return loss;
    }

    /// <summary>Checks a step's inputs without changing anything.</summary>
    private protected int CountSamples(int length)
    {
        int samples = length / shape.InputSize;
        if (samples * shape.InputSize != length || samples < 1 || samples > BatchSize)
        {
            throw new ArgumentException(
                $"Expected 1 to {BatchSize} samples of {shape.InputSize} inputs, a multiple of {shape.InputSize} elements up to {BatchSize * shape.InputSize}, but got {length}.");
        }

        return samples;
    }

    /// <summary>Runs a step whose inputs and targets have been checked, and whose targets have been copied.</summary>
    private protected T RunStep(ReadOnlySpan<T> inputs, int samples)
    {
        Samples = samples;
        stage = Stage.Start;
        T loss = StepCore(ref Place(inputs));
        StepCount++;
        return loss;
    }

    /// <summary>Runs an evaluation whose inputs and targets have been checked, and whose targets have been copied.</summary>
    private protected T RunEvaluation(ReadOnlySpan<T> inputs, int samples)
    {
        Samples = samples;
        stage = Stage.Start;
        EvaluateCore(ref Place(inputs));
        return LossCore();
    }

    /// <summary>The loss of a forward pass that has been made, against targets that have been copied.</summary>
    private protected T RunLoss()
    {
        T loss = LossCore();
        stage = Stage.Loss;
        return loss;
    }

    /// <summary>Checks that a forward pass has been made.</summary>
    private protected void RequireForward() => Require(stage is Stage.Forward or Stage.Loss, "Loss needs Forward first.");

    /// <summary>Copies rows of elements to rows of a wider distance.</summary>
    private protected static void CopyRows(ReadOnlySpan<T> source, int size, AlignedBuffer<T> destination, int stride)
    {
        if (stride == size)
        {
            // A few elements are copied sooner than a call is made.
            var whole = destination.Span[..source.Length];
            if (source.Length > 4)
            {
                source.CopyTo(whole);
                return;
            }

            for (int i = 0; i < source.Length; i++)
            {
                whole[i] = source[i];
            }

            return;
        }

        for (int row = 0; row * size < source.Length; row++)
        {
            source.Slice(row * size, size).CopyTo(destination.Span[(row * stride)..]);
        }
    }

    /// <summary>The inputs where the kernels can read them: as they are, or a copy with padded rows.</summary>
    private ref T Place(ReadOnlySpan<T> inputs)
    {
        if (shape.InputStride == shape.InputColumns)
        {
            return ref MemoryMarshal.GetReference(inputs);
        }

        CopyRows(inputs, shape.InputColumns, inputCopy, shape.InputStride);
        return ref inputCopy.Start;
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new InvalidOperationException(message);
        }
    }
}
