namespace NetGen.Reference;

/// <summary>
/// Trains by a (μ/μ, λ) evolution strategy whose step size adapts itself (Beyer and Schwefel 2002, "Evolution strategies: A
/// comprehensive introduction"): each of λ offspring mutates the step size first, <c>σ′ = σ · exp(τ · N)</c> with
/// <c>τ = 1 / sqrt(2n)</c>, and then with it all n parameters, <c>w′ = w + σ′ · N</c>; the mean of the μ best is the next parent,
/// and their geometric mean the next step size. Parents do not live on.
/// </summary>
public static class MuLambdaStrategy
{
    /// <summary>Makes an objective small.</summary>
    /// <param name="objective">The objective; the search begins at the parameters that its network has.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static SearchResult Minimize(Objective objective, MuLambdaOptions? options = null)
    {
        options ??= new MuLambdaOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Parents, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Offspring, options.Parents);
        SearchCheck.RequirePositive(options.Sigma);
        var search = new Search(objective, options);
        var noise = new Noise(options.Seed);
        double tau = 1 / Math.Sqrt(2.0 * search.Current.Length);
        double sigma = options.Sigma;
        double[] losses = new double[options.Offspring];
        int[] order = new int[options.Offspring];
        double[] sum = new double[search.Current.Length];
        double SigmaOf(RandomSource random) => sigma * Math.Exp(tau * random.NextNormal());

        void Make(int index, double[] candidate)
        {
            var random = noise.Of(search.Step, index);
            double own = SigmaOf(random);
            for (int i = 0; i < candidate.Length; i++)
            {
                candidate[i] = search.Current[i] + own * random.NextNormal();
            }
        }

        while (search.Continue())
        {
            search.Evaluators.Evaluate(losses, Make);
            Search.Sort(losses, order);
            double logarithms = 0;
            Array.Clear(sum);
            foreach (int parent in order.AsSpan(0, options.Parents))
            {
                var random = noise.Of(search.Step, parent);
                double own = SigmaOf(random);
                logarithms += Math.Log(own);
                for (int i = 0; i < sum.Length; i++)
                {
                    sum[i] += own * random.NextNormal();
                }
            }

            sigma = Math.Exp(logarithms / options.Parents);
            for (int i = 0; i < sum.Length; i++)
            {
                search.Current[i] += sum[i] / options.Parents;
            }
        }

        return search.Result;
    }
}
