namespace NetGen;

/// <content>Steps that are watched, and losses that are not finite.</content>
public abstract partial class Trainer<T>
{
    private readonly NotFiniteSearch<T> notFinite = new();
    private TrainerWatch<T>? watch;

    /// <summary>
    /// The first layer, the input included, of whose outputs one was infinite or not a number when a loss of a training pass was last
    /// found to be; null where that has not happened, or the layers' outputs were finite, or a step of one of the smallest networks
    /// did not keep them.
    /// </summary>
    public string? NotFiniteLayer => notFinite.Layer;

    /// <summary>Where a loss that is not finite comes from, as a sentence; empty where that is not known.</summary>
    internal string NotFiniteSource => notFinite.Describe();

    /// <summary>Hands its steps to a watch.</summary>
    internal void BeWatched(TrainerWatch<T> watch) => this.watch = watch;

    /// <summary>Shows the outputs of every layer that are in memory after forward pass and loss, in the order of the layers.</summary>
    /// <param name="inputs">The first of <see cref="Samples"/> samples.</param>
    /// <param name="visitor">Is shown them.</param>
    protected virtual void VisitActivations(ref T inputs, ActivationVisitor<T> visitor)
    {
    }

    /// <summary>A step as its parts, between which it can be watched: the same bits as <see cref="StepCore"/>.</summary>
    private T StepInParts(ref T inputs)
    {
        ForwardCore(ref inputs);
        T loss = ComputeLoss(ref inputs);
        BackwardCore(ref inputs);
        UpdateParameters();
        return loss;
    }

    /// <summary>A step after which one more has been counted, whether or not its parts have done so.</summary>
    private T CountedStep(ref T inputs)
    {
        long count = StepCount + 1;
        T loss = StepCore(ref inputs);
        StepCount = count;
        return loss;
    }

    private T WatchedStep(TrainerWatch<T> watch, ref T inputs)
    {
        if (watch.IsDue)
        {
            return StepInParts(ref inputs);
        }

        T loss = CountedStep(ref inputs);
        if (!T.IsFinite(loss))
        {
            watch.Report(loss, notFinite, StepCount);
        }

        return loss;
    }

    private T ComputeLoss(ref T inputs)
    {
        T loss = LossCore();
        if (!T.IsFinite(loss))
        {
            notFinite.Begin(Parameters);
            VisitActivations(ref inputs, notFinite);
            watch?.Report(loss, notFinite, StepCount + 1);
        }

        if (watch is { IsDue: true })
        {
            watch.Begin(loss);
            VisitActivations(ref inputs, watch);
        }

        return loss;
    }

    /// <summary>An update is counted before a watch is told of it, whose callbacks may throw.</summary>
    private void UpdateParameters()
    {
        watch?.BeforeUpdate();
        UpdateCore();
        StepCount++;
        watch?.AfterUpdate();
    }
}
