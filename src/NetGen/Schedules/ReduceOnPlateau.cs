namespace NetGen;

/// <summary>
/// Lowers the learning rate when a metric has stopped getting better, as PyTorch's <c>ReduceLROnPlateau</c> does. By hand:
/// <c>trainer.LearningRate = plateau.Next(trainer.LearningRate, validationLoss)</c> after each epoch.
/// </summary>
public sealed class ReduceOnPlateau
{
    private const double SmallestChange = 1e-8; // PyTorch's eps: a change of the rate below it is none.
    private double best = double.NaN;
    private long badEpochs;
    private long coolingEpochs;

    /// <summary>What is watched; null for what <see cref="FitOptions.Monitor"/> says. Of <c>Fit</c> only.</summary>
    public MonitoredMetric? Monitor { get; init; }

    /// <summary>Whether a larger metric is a better one. <c>Fit</c> takes it from the monitor.</summary>
    public bool LargerIsBetter { get; init; }

    /// <summary>How many times in a row the metric may fail to get better; the next time, the rate falls. Not negative.</summary>
    public int Patience
    {
        get;
        init => field = ArgumentCheck.AtLeast(0, value, nameof(Patience));
    } = 10;

    /// <summary>What is left of the rate, above 0 and below 1.</summary>
    public double Factor
    {
        get;
        init => field = ArgumentCheck.Share(value, nameof(Factor));
    } = 0.1;

    /// <summary>How much a metric must differ from the best to be better: a share of the best, or with <see cref="IsAbsolute"/> a difference.</summary>
    public double MinimumChange
    {
        get;
        init => field = ArgumentCheck.AtLeast(0, value, nameof(MinimumChange));
    } = 1e-4;

    /// <summary>Whether <see cref="MinimumChange"/> is a difference, and no share.</summary>
    public bool IsAbsolute { get; init; }

    /// <summary>How many times after a fall the metric is not counted; not negative.</summary>
    public int Cooldown
    {
        get;
        init => field = ArgumentCheck.AtLeast(0, value, nameof(Cooldown));
    }

    /// <summary>What the rate never falls below; not negative.</summary>
    public double MinimumRate
    {
        get;
        init => field = ArgumentCheck.AtLeast(0, value, nameof(MinimumRate));
    }

    /// <summary>Takes a metric, and gives the rate to go on with.</summary>
    /// <param name="rate">The rate so far.</param>
    /// <param name="metric">The metric now; one that is not a number is not better.</param>
    public double Next(double rate, double metric) => Next(rate, metric, LargerIsBetter);

    /// <summary>Forgets all metrics.</summary>
    public void Reset()
    {
        best = double.NaN;
        badEpochs = coolingEpochs = 0;
    }

    internal double Next(double rate, double metric, bool largerIsBetter)
    {
        bool better = IsBetter(metric, largerIsBetter);
        best = better ? metric : best;
        badEpochs = better ? 0 : badEpochs + 1;
        if (coolingEpochs > 0)
        {
            coolingEpochs--;
            badEpochs = 0;
        }

        if (badEpochs <= Patience)
        {
            return rate;
        }

        coolingEpochs = Cooldown;
        badEpochs = 0;
        double lower = Math.Max(rate * Factor, MinimumRate);
        return rate - lower > SmallestChange ? lower : rate;
    }

    /// <summary>Hands what has been seen to a file, or takes it from one.</summary>
    internal void Exchange(Notes notes)
    {
        double read = notes.Value("plateau.best", best);
        long bad = notes.Count("plateau.badEpochs", badEpochs);
        long cooling = notes.Count("plateau.coolingEpochs", coolingEpochs);
        if (notes.IsRestoring)
        {
            (best, badEpochs, coolingEpochs) = (read, bad, cooling);
        }
    }

    /// <summary>Its arguments, the same in any culture.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"ReduceOnPlateau(patience: {Patience}, factor: {Factor}, minimumChange: {MinimumChange}, absolute: {IsAbsolute}, cooldown: {Cooldown}, minimumRate: {MinimumRate})");

    private bool IsBetter(double metric, bool largerIsBetter)
    {
        if (double.IsNaN(metric) || double.IsNaN(best))
        {
            return !double.IsNaN(metric);
        }

        double change = IsAbsolute ? MinimumChange : MinimumChange * best;
        return largerIsBetter ? metric > best + change : metric < best - change;
    }
}
