namespace NetGen;

/// <summary>
/// Watches a network while it is trained: every so many steps it reads gradients, updates and activations, layer by layer, and says
/// what is wrong and what to do about it. The steps between cost a comparison, and what is learned is the same, to the bit. What is
/// read is published through <c>System.Diagnostics.Metrics</c>, meter <c>NetGen</c>. Nothing is allocated but for findings.
/// </summary>
/// <example><c>var watch = new NetworkWatch { Every = 20 }; net.Fit(train, new FitOptions { Watch = watch }); Console.WriteLine(watch);</c></example>
public sealed class NetworkWatch
{
    private readonly List<Finding> findings = [];
    private LayerReading[] layers = [];
    private Symptom[] symptoms = [];

    /// <summary>Steps from one that is watched to the next, at least 1. The first step is watched.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public int Every
    {
        get;
        init => field = ArgumentCheck.AtLeast(1, value, nameof(Every));
    } = 50;

    /// <summary>When it speaks of a finding.</summary>
    public WatchLimits Limits { get; init; } = new();

    /// <summary>Is told of each finding, on the thread that trains.</summary>
    public Action<Finding>? OnFinding { get; init; }

    /// <summary>Is told after each watched step, on the thread that trains.</summary>
    public Action<NetworkWatch>? OnReading { get; init; }

    /// <summary>The layers in order, the input first, as they were at <see cref="Step"/>.</summary>
    public IReadOnlyList<LayerReading> Layers => layers;

    /// <summary>What was found, in order; each kind once for a layer.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>The last step that was watched, from 1; 0 where there has been none.</summary>
    public long Step { get; private set; }

    /// <summary>The loss of that step.</summary>
    public double Loss { get; private set; }

    /// <summary>The L2 norm of all gradients of that step, before clipping.</summary>
    public double GradientNorm { get; private set; }

    /// <summary>The learning rate of that step.</summary>
    public double LearningRate { get; private set; }

    /// <summary>The network's name.</summary>
    internal string Network { get; private set; } = "";

    /// <summary>
    /// Begins to watch a trainer that is driven by hand; <see cref="FitOptions.Watch"/> does the same for <c>Fit</c>. It takes memory for
    /// a copy of the parameters, and forgets what it has seen before.
    /// </summary>
    /// <typeparam name="T">The element type of parameters, inputs and outputs.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="trainer">Its trainer, which then tells this watch and no other.</param>
    /// <exception cref="ArgumentException">The trainer is another network's.</exception>
    public void Attach<T>(INetwork<T> network, Trainer<T> trainer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(trainer);
        if (!ReferenceEquals(network.Parameters, trainer.Parameters))
        {
            throw new ArgumentException($"Expected a trainer of the {network.Description.Name} that is given, but it trains other parameters.", nameof(trainer));
        }

        var probes = LayerProbe.Of(network.Description, trainer.Gradients);
        Network = network.Description.Name;
        layers = Array.ConvertAll(probes, probe => probe.Reading);
        symptoms = Symptom.All(Limits);
        findings.Clear();
        Step = 0;
        Loss = GradientNorm = LearningRate = 0;
        trainer.BeWatched(new TrainerWatch<T>(this, trainer, probes));
    }

    /// <summary>The last reading as a table, and the findings with what to do about them; the same in any culture.</summary>
    public override string ToString() => WatchTable.Write(this);

    /// <summary>Takes a watched step, whose layers have been read.</summary>
    internal void Take(long step, double loss, double gradientNorm, double learningRate)
    {
        (Step, Loss, GradientNorm, LearningRate) = (step, loss, gradientNorm, learningRate);
        WatchMeter.Record(this);
        foreach (var symptom in symptoms)
        {
            symptom.Examine(this);
        }

        OnReading?.Invoke(this);
    }

    /// <summary>Whether nothing of the kind has been said of a layer.</summary>
    internal bool IsNew(FindingKind kind, string? layer)
    {
        foreach (var finding in findings)
        {
            if (finding.Kind == kind && finding.Layer == layer)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes a finding that is new.</summary>
    internal void Add(Finding finding)
    {
        findings.Add(finding);
        WatchMeter.Count(this, finding);
        OnFinding?.Invoke(finding);
    }
}
