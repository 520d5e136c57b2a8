namespace NetGen;

/// <summary>
/// When the learning rate falls because a metric has stopped getting better, as PyTorch's <c>ReduceLROnPlateau</c> has it: for
/// <see cref="FitOptions.ReduceOnPlateau"/>, or by hand with <see cref="Begin"/>.
/// </summary>
public sealed record ReduceOnPlateau
{
    /// <summary>What <c>Fit</c> watches; null for what <see cref="FitOptions.Monitor"/> says. By hand, <see cref="Plateau.Next"/> is given the metric.</summary>
    public MonitoredMetric? Monitor { get; init; }

    /// <summary>How many times in a row the metric may fail to get better; the next time, the rate falls. Not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public int Patience
    {
        get;
        init => field = ArgumentCheck.AtLeast(0, value, nameof(Patience));
    } = 10;

    /// <summary>What is left of the rate, above 0 and below 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public double Factor
    {
        get;
        init => field = ArgumentCheck.Share(value, nameof(Factor));
    } = 0.1;

    /// <summary>
    /// The smallest improvement that counts, a share of the best or with <see cref="IsAbsolute"/> a difference: a better metric differs by
    /// more. Not negative.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public double MinimumChange
    {
        get;
        init => field = ArgumentCheck.AtLeast(0, value, nameof(MinimumChange));
    } = 1e-4;

    /// <summary>Whether <see cref="MinimumChange"/> is a difference, and no share.</summary>
    public bool IsAbsolute { get; init; }

    /// <summary>How many times after a fall the metric is not counted; not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public int Cooldown
    {
        get;
        init => field = ArgumentCheck.AtLeast(0, value, nameof(Cooldown));
    }

    /// <summary>What the rate never falls below; not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to something else.</exception>
    public double MinimumRate
    {
        get;
        init => field = ArgumentCheck.AtLeast(0, value, nameof(MinimumRate));
    }

    /// <summary>Begins to watch one training's metric.</summary>
    /// <param name="largerIsBetter">Whether a larger metric is a better one.</param>
    public Plateau Begin(bool largerIsBetter = false) => new(this, largerIsBetter);

    /// <summary>Its numbers, the same in any culture.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"ReduceOnPlateau(patience: {Patience}, factor: {Factor}, minimumChange: {MinimumChange}, absolute: {IsAbsolute}, cooldown: {Cooldown}, minimumRate: {MinimumRate})");
}
