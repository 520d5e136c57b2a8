namespace NetGen.Reference;

/// <summary>
/// The derivatives of a network's objective (mean loss and penalties) by its parameters, from values of the objective alone:
/// central differences. They are as slow as they are hard to get wrong.
/// </summary>
/// <remarks>
/// The step of a parameter w is <c>cbrt(2.2e-16) · max(1, |w|)</c>, about 6e-6: the error by curvature grows with the step's
/// square, the error by rounding with its inverse, and at the cube root of the machine epsilon both are about 1e-11 of the
/// objective. Where the objective has a corner within the step (a ReLU switches), no derivative is to be had by differences;
/// such an entry is marked. In a smooth function half the step gives the same difference and half the change of slope; at a corner
/// it does not. A corner at the distance d, where the slope jumps by J, moves the difference by <c>J / 2 · (1 − d / step)</c>: never
/// more than twice what half the step disagrees by in both. That is an entry's uncertainty, and covers corners too small to be marked.
/// </remarks>
public static class NumericalGradients
{
    // Above what rounding does to the change of slope: that of the objective, and that of what it is computed from.
    private const double ObjectiveNoise = 1e-8;
    private const double SlopeNoise = 1e-6;

    /// <summary>Computes central differences. The parameters are unchanged afterwards.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Samples one after another, [samples, inputs].</param>
    /// <param name="targets">What the outputs should be.</param>
    /// <param name="entriesPerTensor">Of a larger tensor, as many entries as this, evenly spread; each costs four forward passes.</param>
    /// <returns>For every tensor, its entries in order.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit the network or each other.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="entriesPerTensor"/> is below 1.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<NumericalGradient>> Compute(
        ReferenceNetwork network, double[] inputs, Targets targets, int entriesPerTensor = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Compute(new ReferenceObjective(network, inputs, targets), entriesPerTensor);
    }

    /// <summary>Computes central differences of any objective, at the parameters that its network has and keeps.</summary>
    /// <param name="objective">What is differentiated.</param>
    /// <param name="entriesPerTensor">Of a larger tensor, as many entries as this, evenly spread; each costs four evaluations.</param>
    /// <returns>For every tensor, its entries in order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="entriesPerTensor"/> is below 1.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<NumericalGradient>> Compute(Objective objective, int entriesPerTensor = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentOutOfRangeException.ThrowIfLessThan(entriesPerTensor, 1);
        double[] parameters = objective.ReadParameters();
        double center = objective.Evaluate(parameters);
        var gradients = new Dictionary<string, IReadOnlyList<NumericalGradient>>();
        int start = 0;
        foreach (var tensor in objective.Tensors)
        {
            int first = start;
            gradients[tensor.Name] = [.. Spread(tensor.Length, entriesPerTensor).Select(index =>
                Differentiate(objective, center, parameters, first + index) with { Index = index })];
            start += tensor.Length;
        }

        objective.Evaluate(parameters); // writes them back
        return gradients;
    }

    private static IEnumerable<int> Spread(int length, int count) =>
        length <= count
            ? Enumerable.Range(0, length)
            : Enumerable.Range(0, count).Select(i => (int)((long)i * length / count));

    private static NumericalGradient Differentiate(Objective objective, double center, double[] parameters, int place)
    {
        double w = parameters[place];
        double step = CentralDifference.StepOf(w);
        var (above, below) = CentralDifference.Evaluate(objective, parameters, place, step);
        var (halfAbove, halfBelow) = CentralDifference.Evaluate(objective, parameters, place, step / 2);
        double derivative = CentralDifference.Slope(above, below, w, step);
        double halfDerivative = CentralDifference.Slope(halfAbove, halfBelow, w, step / 2);
        double bend = (above - 2 * center + below) / step;
        double halfBend = (halfAbove - 2 * center + halfBelow) / (step / 2);
        double kink = Math.Abs(bend - 2 * halfBend) + Math.Abs(derivative - halfDerivative);
        double scale = Math.Max(Math.Abs(center), Math.Max(Math.Abs(above), Math.Abs(below)));
        return new NumericalGradient(
            place,
            derivative,
            IsCorner: kink > ObjectiveNoise * scale + SlopeNoise * Math.Abs(bend),
            Uncertainty: 3 * kink); // twice would do, but for rounding
    }
}
