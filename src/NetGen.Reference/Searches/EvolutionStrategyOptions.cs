namespace NetGen.Reference;

/// <summary>How an evolution strategy in OpenAI's form runs.</summary>
public sealed record EvolutionStrategyOptions : SearchOptions
{
    /// <summary>The number of antithetic pairs of a step, at least 1; a step takes twice as many evaluations. 20 by default.</summary>
    public int Pairs { get; init; } = 20;

    /// <summary>The standard deviation of the noise on every parameter, above 0. 0.1 by default.</summary>
    public double Sigma { get; init; } = 0.1;

    /// <summary>The learning rate of the network's optimizer, above 0; null for the one that it was declared with.</summary>
    public double? LearningRate { get; init; }

    /// <summary>The same seed gives the same run.</summary>
    public long Seed { get; init; }
}
