namespace NetGen.Reference;

/// <summary>How a (μ/μ, λ) evolution strategy runs.</summary>
public sealed record MuLambdaOptions : SearchOptions
{
    /// <summary>μ, the number of offspring that become parents, at least 1. 5 by default.</summary>
    public int Parents { get; init; } = 5;

    /// <summary>λ, the number of offspring of a step, above <see cref="Parents"/>. 20 by default.</summary>
    public int Offspring { get; init; } = 20;

    /// <summary>The standard deviation of the first mutations, above 0; it then adapts itself. 0.1 by default.</summary>
    public double Sigma { get; init; } = 0.1;

    /// <summary>The same seed gives the same run.</summary>
    public long Seed { get; init; }
}
