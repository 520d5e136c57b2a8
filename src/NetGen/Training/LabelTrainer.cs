using NetGen.Weights;

namespace NetGen;

/// <summary>Trains a network whose targets are class indices.</summary>
/// <typeparam name="T">The element type of parameters, inputs and outputs.</typeparam>
public abstract class LabelTrainer<T> : Trainer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int classes;
    private double[] weights = [];
    private double batchWeight;
    private bool isWeighted;

    /// <inheritdoc/>
    protected LabelTrainer(
        TrainerShape shape,
        TensorStore<T> parameters,
        int batchSize,
        double learningRate,
        int threads = 1,
        int leastShare = int.MaxValue)
        : base(shape, parameters, batchSize, learningRate, threads, leastShare)
    {
        classes = shape.OutputSize;
        SampleWeights = new AlignedBuffer<T>(batchSize);
        SampleWeights.Span.Fill(T.One);
    }

    /// <summary>
    /// What a sample of each class counts for, one positive number per class, within the normal numbers of <typeparamref name="T"/>;
    /// empty, the default, where all count the same. The loss is then <c>Σ w(label) · loss / Σ w(label)</c>, of which label smoothing is
    /// a part; <see cref="Evaluate(ReadOnlySpan{T}, ReadOnlySpan{int})"/> leaves weights out. <see cref="NetGen.ClassWeights.Balanced"/>
    /// makes some from labels.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// There is not one for each class, or one is not positive, or too small or too large for <typeparamref name="T"/>; nothing has changed.
    /// </exception>
    public IReadOnlyList<double> ClassWeights
    {
        get => weights;
        set
        {
            NetGen.ClassWeights.Require<T>(value, classes, nameof(ClassWeights));
            weights = [.. value];
        }
    }

    /// <summary>What each sample of the last loss counts for.</summary>
    protected AlignedBuffer<T> SampleWeights { get; }

    /// <summary>Their sum.</summary>
    protected T WeightSum => T.CreateTruncating(batchWeight);

    internal sealed override double BatchWeight => batchWeight;

    internal sealed override bool TakesLabels => true;

    /// <summary>One training step: forward, loss, backward, clipping, update.</summary>
    /// <param name="inputs">Samples one after another, [samples, inputs]; 1 to <see cref="Trainer{T}.BatchSize"/> of them.</param>
    /// <param name="labels">The index of the right class of each sample.</param>
    /// <returns>The mean loss before the update, without penalties.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit, or a label is out of range; nothing has changed.</exception>
    /// <exception cref="InvalidOperationException">Gradients have been accumulated and not yet been used; nothing has changed.</exception>
    public T Step(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels)
    {
        int samples = CountTrainingSamples(inputs.Length);
        RequireUpdated();
        CopyLabels(labels, samples, weights);
        return RunStep(inputs, samples);
    }

    /// <summary>The mean loss of the last forward pass, without penalties.</summary>
    /// <param name="labels">The index of the right class of each of its samples.</param>
    /// <exception cref="ArgumentException">The length does not fit, or a label is out of range.</exception>
    /// <exception cref="InvalidOperationException">There has been no forward pass since the last backward pass.</exception>
    public T Loss(ReadOnlySpan<int> labels)
    {
        RequireForward();
        CopyLabels(labels, Samples, weights);
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
        CopyLabels(labels, samples, []);
        return RunEvaluation(inputs, samples);
    }

    internal sealed override T Step(in Batch<T> batch) => Step(batch.Inputs, batch.Labels);

    internal sealed override T AccumulateBatch(in Batch<T> batch)
    {
        int samples = CountTrainingSamples(batch.Inputs.Length);
        CopyLabels(batch.Labels, samples, weights);
        return RunAccumulation(batch.Inputs, samples);
    }

    internal sealed override T Evaluate(in Batch<T> batch) => Evaluate(batch.Inputs, batch.Labels);

    private void CopyLabels(ReadOnlySpan<int> labels, int samples, double[] classWeights)
    {
        if (labels.Length != samples)
        {
            throw new ArgumentException($"Expected {Counted.Of(samples, "label")} for {Counted.Of(samples, "sample")}, but got {labels.Length}.");
        }

        LabelCheck.Require(labels, classes, nameof(labels));
        ref T targets = ref Targets.Start;
        for (int sample = 0; sample < labels.Length; sample++)
        {
            Unsafe.Add(ref targets, sample) = typeof(T) == typeof(float) ? Unsafe.BitCast<float, T>(labels[sample]) : Unsafe.BitCast<double, T>(labels[sample]);
        }

        WeighSamples(labels, classWeights);
    }

    private void WeighSamples(ReadOnlySpan<int> labels, double[] classWeights)
    {
        Span<T> destination = SampleWeights.Span;
        if (classWeights.Length == 0)
        {
            if (isWeighted)
            {
                destination.Fill(T.One);
                isWeighted = false;
            }

            batchWeight = labels.Length;
            return;
        }

        isWeighted = true;
        batchWeight = 0;
        for (int sample = 0; sample < labels.Length; sample++)
        {
            double weight = classWeights[labels[sample]];
            destination[sample] = T.CreateTruncating(weight);
            batchWeight += weight;
        }
    }
}
