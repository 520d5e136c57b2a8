namespace ThreeWays;

/// <summary>A way to train.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Train">
/// Trains a network on all samples at once until the loss is small or the steps are up; returns how often it went forward through
/// them.
/// </param>
internal sealed record Way(string Name, Func<IrisNet, Dataset<double>, int, long> Train)
{
    private const double TargetLoss = 0.05;
    private const int Seed = 1;

    /// <summary>All ways. They begin with the same parameters, and share the optimizer, where they have one.</summary>
    public static IReadOnlyList<Way> All { get; } =
    [
        new("backpropagation", Backpropagation),
        new("numerical gradient", NumericalGradient),
        new("evolution strategy", Evolution),
        new("(5/5, 20) evolution", Selection),
    ];

    private static long Backpropagation(IrisNet net, Dataset<double> data, int steps)
    {
        var trainer = net.CreateTrainer(data.Count);
        double loss = double.PositiveInfinity;
        while (loss > TargetLoss && trainer.StepCount < steps)
        {
            loss = trainer.Step(data.Inputs, data.Labels);
        }

        return trainer.StepCount;
    }

    private static long NumericalGradient(IrisNet net, Dataset<double> data, int steps) =>
        Finish(net, NumericalGradientDescent.Minimize(ObjectiveOf(net, data), new() { Steps = steps, TargetLoss = TargetLoss }));

    private static long Evolution(IrisNet net, Dataset<double> data, int steps) =>
        Finish(net, EvolutionStrategy.Minimize(ObjectiveOf(net, data), new() { Steps = steps, TargetLoss = TargetLoss, Seed = Seed, Pairs = 20 }));

    private static long Selection(IrisNet net, Dataset<double> data, int steps) =>
        Finish(net, MuLambdaStrategy.Minimize(ObjectiveOf(net, data), new() { Steps = steps, TargetLoss = TargetLoss, Seed = Seed, Parents = 5, Offspring = 20 }));

    private static Objective ObjectiveOf(IrisNet net, Dataset<double> data) => Objective.OfPrediction(() => Copy(net), data);

    /// <summary>A search has networks of its own, one for each thread.</summary>
    private static IrisNet Copy(IrisNet net)
    {
        var copy = new IrisNet(Seed);
        copy.Parameters.CopyFrom(net.Parameters);
        return copy;
    }

    private static long Finish(IrisNet net, SearchResult result)
    {
        result.StoreIn(net);
        return result.Evaluations;
    }
}
