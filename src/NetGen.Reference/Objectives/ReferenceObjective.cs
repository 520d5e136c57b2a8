namespace NetGen.Reference;

/// <summary>The objective of a network as the reference engine computes it, in a copy of the network.</summary>
internal sealed class ReferenceObjective : Objective
{
    private readonly ReferenceNetwork network;
    private readonly double[] inputs;
    private readonly Targets targets;

    public ReferenceObjective(ReferenceNetwork source, double[] inputs, Targets targets)
        : base(source.Description, penalty: null)
    {
        network = new ReferenceNetwork(source.Description);
        foreach (var (name, elements) in source.Parameters)
        {
            elements.CopyTo(network.Parameters[name], 0);
        }

        (network.NoiseSeed, network.PassCount) = (source.NoiseSeed, source.PassCount);
        this.inputs = inputs;
        this.targets = targets;
        network.Objective(inputs, targets); // shows whether the batch fits
    }

    public override Objective Clone() => new ReferenceObjective(network, inputs, targets);

    private protected override void Read(string tensor, Span<double> elements) => network.Parameters[tensor].CopyTo(elements);

    private protected override void Write(string tensor, ReadOnlySpan<double> elements) => elements.CopyTo(network.Parameters[tensor]);

    private protected override double Value() => network.Objective(inputs, targets);
}
