namespace NetGen;

/// <summary>
/// What <see cref="ReduceOnPlateau"/> has seen of one training. By hand:
/// <c>trainer.LearningRate = plateau.Next(trainer.LearningRate, validationLoss)</c> after each epoch.
/// </summary>
public sealed class Plateau
{
    private const double SmallestChange = 1e-8; // PyTorch's eps: a change of the rate below it is none.
    private readonly ReduceOnPlateau settings;
    private readonly bool largerIsBetter;
    private double best = double.NaN;
    private long badEpochs;
    private long coolingEpochs;

    internal Plateau(ReduceOnPlateau settings, bool largerIsBetter)
    {
        this.settings = settings;
        this.largerIsBetter = largerIsBetter;
    }

    /// <summary>Takes a metric, and gives the rate to go on with.</summary>
    /// <param name="rate">The rate so far.</param>
    /// <param name="metric">The metric now; one that is not a number is not better.</param>
    public double Next(double rate, double metric)
    {
        bool better = IsBetter(metric);
        best = better ? metric : best;
        badEpochs = better ? 0 : badEpochs + 1;
        if (coolingEpochs > 0)
        {
            coolingEpochs--;
            badEpochs = 0;
        }

        if (badEpochs <= settings.Patience)
        {
            return rate;
        }

        coolingEpochs = settings.Cooldown;
        badEpochs = 0;
        double lower = Math.Max(rate * settings.Factor, settings.MinimumRate);
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

    private bool IsBetter(double metric)
    {
        if (double.IsNaN(metric) || double.IsNaN(best))
        {
            return !double.IsNaN(metric);
        }

        double change = settings.IsAbsolute ? settings.MinimumChange : settings.MinimumChange * best;
        return largerIsBetter ? metric > best + change : metric < best - change;
    }
}
