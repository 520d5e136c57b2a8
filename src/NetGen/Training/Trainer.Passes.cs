namespace NetGen;

/// <content>The passes, and which of them may follow which.</content>
public abstract partial class Trainer<T>
{
    private readonly GradientAccumulator<T> accumulator = new();
    private Stage stage;

    // Whether the gradients are a Backward's that has not been accumulated.
    private bool isApart;

    private enum Stage
    {
        Start,
        Forward,
        Loss,
        Backward,
    }

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

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new InvalidOperationException(message);
        }
    }
}
