namespace NetGen.Reference;

/// <summary>Evaluates many candidates of one step, by one thread or several. Which thread takes which changes nothing.</summary>
internal sealed class Evaluators
{
    private readonly Objective[] objectives;
    private readonly double[][] candidates;

    public Evaluators(Objective objective, int threads)
    {
        objectives = [objective, .. Enumerable.Range(1, threads - 1).Select(_ => objective.Clone())];
        candidates = [.. objectives.Select(o => new double[o.Length])];
    }

    /// <summary>How often an objective has been evaluated.</summary>
    public long Count { get; private set; }

    /// <summary>Evaluates parameters.</summary>
    public double Evaluate(double[] parameters)
    {
        Count++;
        return objectives[0].Evaluate(parameters);
    }

    /// <summary>Evaluates candidates.</summary>
    /// <param name="losses">Takes the objective of each.</param>
    /// <param name="make">Writes the candidate of an index; it runs on any thread.</param>
    public void Evaluate(double[] losses, Action<int, double[]> make)
    {
        Count += losses.Length;
        if (objectives.Length == 1)
        {
            Run(0, losses, make);
        }
        else
        {
            Parallel.For(0, objectives.Length, worker => Run(worker, losses, make));
        }
    }

    private void Run(int worker, double[] losses, Action<int, double[]> make)
    {
        double[] candidate = candidates[worker];
        for (int i = worker; i < losses.Length; i += objectives.Length)
        {
            make(i, candidate);
            losses[i] = objectives[worker].Evaluate(candidate);
        }
    }
}
