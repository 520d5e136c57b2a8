namespace NetGen.Reference;

/// <summary>
/// Trains by numerical gradients: every parameter's derivative as a central difference, which the network's own optimizer follows.
/// What backpropagation has for about three forward passes takes two for each parameter here.
/// </summary>
public static class NumericalGradientDescent
{
    /// <summary>Makes an objective small.</summary>
    /// <param name="objective">The objective; the search begins at the parameters that its network has.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public static SearchResult Minimize(Objective objective, NumericalGradientOptions? options = null)
    {
        options ??= new NumericalGradientOptions();
        if (options.Distance is { } distance)
        {
            SearchCheck.RequirePositive(distance, "options.Distance");
        }

        var search = new Search(objective, options);
        var follower = new Follower(objective, options.LearningRate);
        double[] w = search.Current;
        double[] losses = new double[2 * w.Length];
        double[] gradient = new double[w.Length];
        double DistanceOf(int i) => options.Distance ?? CentralDifference.StepOf(w[i]);

        // Candidates 2i and 2i + 1 are a step above and below in parameter i.
        void Make(int index, double[] candidate)
        {
            w.CopyTo(candidate, 0);
            int i = index / 2;
            candidate[i] += index % 2 == 0 ? DistanceOf(i) : -DistanceOf(i);
        }

        while (search.Continue())
        {
            search.Evaluators.Evaluate(losses, Make);
            for (int i = 0; i < w.Length; i++)
            {
                gradient[i] = CentralDifference.Slope(losses[2 * i], losses[2 * i + 1], w[i], DistanceOf(i));
            }

            follower.Update(w, gradient);
        }

        return search.Result;
    }
}
