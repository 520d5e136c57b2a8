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
    private readonly GradientAccumulator<T> accumulator = new();
    private readonly int wholeLength;
    private double learningRate;
    private Stage stage;

    // Whether the gradients are a Backward's that has not been accumulated.
    private bool isApart;

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

    private enum Stage
    {
        Start,
        Forward,
        Loss,
        Backward,
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

    /// <summary>The number of samples of the last forward pass.</summary>
    protected int Samples { get; private set; }

    /// <summary>The targets of the last loss: one label, or one padded row of values, per sample.</summary>
    protected AlignedBuffer<T> Targets { get; }

    /// <summary>Computes every layer's output, and keeps what the backward pass needs.</summary>
    /// <param name="inputs">Samples one after another, [samples, inputs]; 1 to <see cref="BatchSize"/> of them.</param>
    /// <exception cref="ArgumentException">
    /// The length is not a whole number of samples, or there are too many, or one alone where a layer normalizes over the batch.
    /// </exception>
    public void Forward(ReadOnlySpan<T> inputs)
    {
        Samples = CountTrainingSamples(inputs.Length);
        PassCount++;
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
        isApart = true;
    }

    /// <summary>
    /// Keeps the gradients of the last <see cref="Backward"/> for an <see cref="Update"/> that takes the mean over several batches,
    /// each weighted by its samples: the gradients of one large batch, up to rounding, with penalties counted once. The first call
    /// takes memory for one more set of gradients, unless <see cref="ReserveAccumulator"/> has taken it.
    /// </summary>
    /// <exception cref="InvalidOperationException">No gradients have been computed since the last call or update.</exception>
    public void Accumulate()
    {
        Require(stage == Stage.Backward, "Accumulate needs Forward, Loss and Backward first.");
        stage = Stage.Start;
        isApart = false;
        accumulator.Add(Gradients.Buffer, BatchWeight);
    }

    /// <summary>Takes the memory that <see cref="Accumulate"/> needs.</summary>
    public void ReserveAccumulator() => accumulator.Reserve(Gradients.Buffer.Length);

    /// <summary>
    /// Clips the gradients and lets the optimizer change the parameters. After <see cref="Accumulate"/>, they are the mean of what
    /// has been kept and of a <see cref="Backward"/> that has not been; <see cref="Gradients"/> then holds that mean.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// No gradients have been computed since the last update, or there has been a <see cref="Forward"/> or an <c>Evaluate</c> after a
    /// <see cref="Backward"/> whose gradients have not been accumulated.
    /// </exception>
    public void Update()
    {
        Require(stage == Stage.Backward || !accumulator.IsEmpty, "Update needs Forward, Loss and Backward first.");
        Require(stage == Stage.Backward || !isApart, "Update would leave out the gradients of the last Backward: Accumulate, or Update itself, comes before the next Forward or Evaluate.");
        if (!accumulator.IsEmpty)
        {
            if (stage == Stage.Backward)
            {
                Accumulate();
            }

            accumulator.TakeMean(Gradients.Buffer);
        }

        stage = Stage.Start;
        UpdateParameters();
    }

    /// <summary>
    /// Writes to a file what the next steps depend on: parameters, the optimizer's state, the numbers of updates and passes, the
    /// learning rate and the seed of noise. What a program sets on a trainer itself, such as class weights, is to be set again. The file
    /// is a safetensors file; it is replaced as a whole or not at all.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidOperationException">Gradients have been accumulated and not yet been used: save after an update.</exception>
    /// <exception cref="IOException">The file cannot be written; one that exists is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only or a folder, or its folder is not to be written to; nothing has changed.</exception>
    public void SaveState(string path) => TrainerFile.Save(path, this, [], []);

    /// <summary>Goes on where another trainer of the same network was when it wrote a file: the steps that follow are the same to the bit.</summary>
    /// <param name="path">A file that <see cref="SaveState"/> wrote.</param>
    /// <exception cref="InvalidOperationException">Gradients have been accumulated and not yet been used: load after an update.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, or another network's or optimizer's; nothing has changed.</exception>
    /// <exception cref="IOException">The file cannot be read; nothing has changed.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is not to be read, or is a folder; nothing has changed.</exception>
    public void LoadState(string path) => TrainerFile.Load(path, this, _ => []);

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

    /// <summary>Hands everything that steps leave behind for later steps to a file, or takes it from one.</summary>
    internal void Exchange(TrainerState<T> state)
    {
        Require(accumulator.IsEmpty, "Gradients have been accumulated and not yet been used: save and load after Update.");
        long steps = state.Notes.Count("trainer.stepCount", StepCount);
        double rate = state.Notes.NotNegative("trainer.learningRate", LearningRate);
        long passes = state.Notes.Whole("trainer.passCount", PassCount);
        long seed = state.Notes.Whole("trainer.noiseSeed", NoiseSeed);
        if (state.IsRestoring)
        {
            (StepCount, LearningRate, PassCount, NoiseSeed) = (steps, rate, passes, seed);
            stage = Stage.Start;
        }

        ExchangeState(state);
    }

    /// <summary>Names the optimizer's buffers and values, for saving and for loading alike.</summary>
    /// <param name="state">Takes or gives each of them.</param>
    protected virtual void ExchangeState(TrainerState<T> state)
    {
    }

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

    /// <summary>Checks a step's inputs without changing anything. Most batches are whole, and take no division.</summary>
    private protected int CountSamples(int length) => length == wholeLength ? BatchSize : CountPart(length);

    /// <summary>Checks a training pass's inputs without changing anything.</summary>
    private protected int CountTrainingSamples(int length) =>
        length == wholeLength && BatchSize >= LeastSamples ? BatchSize : CountTrainingPart(length);

    /// <summary>The key of what one layer draws in the current training pass.</summary>
    /// <param name="layer">The layer's place in the network.</param>
    /// <param name="draw">Which of its draws, from 0.</param>
    protected ulong NoiseKey(int layer, int draw) => Noise.Key(NoiseSeed, PassCount, layer, draw);

    /// <summary>Runs a step whose inputs and targets have been checked, and whose targets have been copied.</summary>
    private protected T RunStep(ReadOnlySpan<T> inputs, int samples)
    {
        Samples = samples;
        stage = Stage.Start;
        PassCount++;
        ref T first = ref Place(inputs);
        return watch is null ? CountedStep(ref first) : WatchedStep(watch, ref first);
    }

    /// <summary>Runs all of a step but the update, and keeps the gradients.</summary>
    private protected T RunAccumulation(ReadOnlySpan<T> inputs, int samples)
    {
        Samples = samples;
        PassCount++;
        ref T first = ref Place(inputs);
        ForwardCore(ref first);
        T loss = ComputeLoss(ref first);
        BackwardCore(ref first);
        stage = Stage.Backward;
        Accumulate();
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
        T loss = ComputeLoss(ref inputCopy.Start);
        stage = Stage.Loss;
        return loss;
    }

    /// <summary>Checks that no gradients wait for an update.</summary>
    private protected void RequireUpdated() =>
        Require(accumulator.IsEmpty, "Gradients have been accumulated and not yet been used: Update comes before the next Step.");

    /// <summary>Checks that a forward pass has been made.</summary>
    private protected void RequireForward() => Require(stage is Stage.Forward or Stage.Loss, "Loss needs Forward first.");

    /// <summary>Copies rows of elements to rows of a wider distance.</summary>
    private protected static void CopyRows(ReadOnlySpan<T> source, int size, AlignedBuffer<T> destination, int stride)
    {
        if (stride == size)
        {
            source.CopyTo(destination.Span);
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

    private static int LengthOf(int batchSize, int size)
    {
        long length = (long)batchSize * size;
        return length <= AlignedBuffer<T>.MostElements ? (int)length : throw new ArgumentOutOfRangeException(
            nameof(batchSize), batchSize, $"Expected a batch of at most {AlignedBuffer<T>.MostElements} elements, but with {size} for each sample it has {length}.");
    }

    private int CountPart(int length)
    {
        int samples = length / shape.InputSize;
        return samples * shape.InputSize == length && samples >= 1 && samples <= BatchSize ? samples : throw new ArgumentException(
            $"Expected {(BatchSize == 1 ? "1 sample" : $"1 to {BatchSize} samples")} of {Counted.Of(shape.InputSize, "input")}, a multiple of {Counted.Of(shape.InputSize, "element")} up to {wholeLength}, but got {length}.");
    }

    private int CountTrainingPart(int length)
    {
        int samples = CountPart(length);
        return samples >= LeastSamples ? samples : throw new ArgumentException(
            $"Expected at least {LeastSamples} samples for training, since BatchNorm takes the variance of a batch, but got {samples}.");
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new InvalidOperationException(message);
        }
    }
}
