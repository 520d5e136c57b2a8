namespace NetGen.Reference;

/// <summary>What all ways to train without backpropagation have in common.</summary>
public abstract record SearchOptions
{
    /// <summary>The number of steps, at least 0. 100 by default.</summary>
    public int Steps { get; init; } = 100;

    /// <summary>The objective at which the search ends early; by default none.</summary>
    public double TargetLoss { get; init; } = double.NegativeInfinity;

    /// <summary>How many threads evaluate at once, at least 1. The result is the same with any number. 1 by default.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Ends the search between two steps.</summary>
    public CancellationToken CancellationToken { get; init; }
}
