namespace NetGen.Conformance.Tests.Checks;

/// <summary>A network and how it is trained in a check.</summary>
/// <param name="Seed">Of all data.</param>
/// <param name="Spec">The network.</param>
/// <param name="Batch">Samples of whole batches.</param>
/// <param name="LastBatch">Samples of a short batch.</param>
internal sealed record NetworkCase(int Seed, NetworkSpec Spec, int Batch, int LastBatch)
{
    /// <summary>What becomes of the inputs, which are drawn from the normal distribution.</summary>
    public Func<double, double> Inputs { get; init; } = x => x;

    public override string ToString() => $"seed {Seed}, batches of {Batch} and {LastBatch}";
}
