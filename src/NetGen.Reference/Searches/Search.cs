namespace NetGen.Reference;

/// <summary>The course of one search: where it stands, the best it has seen, and when it ends.</summary>
internal sealed class Search
{
    private readonly Objective objective;
    private readonly SearchOptions options;
    private readonly List<double> history = [];
    private double[] best;
    private double least;

    public Search(Objective objective, SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Steps);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        this.objective = objective;
        this.options = options;
        Current = objective.ReadParameters();
        best = Current;
        Evaluators = new Evaluators(objective, options.Threads);
    }

    /// <summary>Where the search stands.</summary>
    public double[] Current { get; }

    public Evaluators Evaluators { get; }

    /// <summary>The number of steps that have been made.</summary>
    public int Step => history.Count - 1;

    public SearchResult Result => new()
    {
        Network = objective.Description,
        Parameters = best,
        Loss = least,
        History = history,
        Evaluations = Evaluators.Count,
    };

    /// <summary>Fills the candidates' numbers in from the best to the worst. Equal ones keep their order, and what is not a number is worst.</summary>
    public static void Sort(double[] losses, int[] order)
    {
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        // The comparison makes the order total: Array.Sort alone is not stable.
        Array.Sort(order, (a, b) =>
        {
            int byLoss = Worth(losses[a]).CompareTo(Worth(losses[b]));
            return byLoss != 0 ? byLoss : a.CompareTo(b);
        });
    }

    /// <summary>Judges where the search stands.</summary>
    /// <returns>Whether there is a step to make.</returns>
    public bool Continue()
    {
        options.CancellationToken.ThrowIfCancellationRequested();
        double loss = Evaluators.Evaluate(Current);
        if (history.Count == 0 || Worth(loss) < least)
        {
            best = [.. Current];
            least = Worth(loss);
        }

        history.Add(loss);
        return !(loss <= options.TargetLoss) && Step < options.Steps;
    }

    private static double Worth(double loss) => double.IsNaN(loss) ? double.PositiveInfinity : loss;
}
