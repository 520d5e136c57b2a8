namespace NetGen.Reference;

/// <summary>
/// Trains by an evolution strategy: Salimans, Ho, Chen, Sidor and Sutskever 2017, "Evolution Strategies as a Scalable Alternative
/// to Reinforcement Learning". Noise ε is added to the parameters and taken from them (antithetic pairs); every candidate's loss
/// becomes its rank u, from −1/2 for the best to 1/2 for the worst; and the network's own optimizer follows the estimate
/// <c>g = Σ (u₊ − u₋) ε / (2 · pairs · sigma)</c>. No derivative is needed, and threads exchange losses only.
/// </summary>
public static class EvolutionStrategy
{
    /// <summary>Makes an objective small.</summary>
    /// <param name="objective">The objective; the search begins at the parameters that its network has.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static SearchResult Minimize(Objective objective, EvolutionStrategyOptions? options = null)
    {
        options ??= new EvolutionStrategyOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Pairs, 1);
        SearchCheck.RequirePositive(options.Sigma);
        var search = new Search(objective, options);
        var follower = new Follower(objective, options.LearningRate);
        var noise = new Noise(options.Seed);
        double[] losses = new double[2 * options.Pairs];
        int[] order = new int[losses.Length];
        double[] gradient = new double[search.Current.Length];

        // Candidates 2i and 2i + 1 are the two of pair i.
        void Make(int index, double[] candidate)
        {
            var random = noise.Of(search.Step, index / 2);
            double sigma = index % 2 == 0 ? options.Sigma : -options.Sigma;
            for (int i = 0; i < candidate.Length; i++)
            {
                candidate[i] = search.Current[i] + sigma * random.NextNormal();
            }
        }

        while (search.Continue())
        {
            search.Evaluators.Evaluate(losses, Make);
            double[] ranks = Ranks(losses, order);
            Array.Clear(gradient);
            for (int pair = 0; pair < options.Pairs; pair++)
            {
                var random = noise.Of(search.Step, pair);
                double weight = (ranks[2 * pair] - ranks[2 * pair + 1]) / (losses.Length * options.Sigma);
                for (int i = 0; i < gradient.Length; i++)
                {
                    gradient[i] += weight * random.NextNormal();
                }
            }

            follower.Update(search.Current, gradient);
        }

        return search.Result;
    }

    /// <summary>Turns losses into ranks from −1/2 to 1/2, in place.</summary>
    private static double[] Ranks(double[] losses, int[] order)
    {
        Search.Sort(losses, order);
        for (int rank = 0; rank < order.Length; rank++)
        {
            losses[order[rank]] = (double)rank / (order.Length - 1) - 0.5;
        }

        return losses;
    }
}
