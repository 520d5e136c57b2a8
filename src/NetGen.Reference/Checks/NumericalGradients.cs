namespace NetGen.Reference;

/// <summary>
/// The derivatives of a network's objective (mean loss and penalties) by its parameters, from values of the objective alone:
/// central differences. They are as slow as they are hard to get wrong.
/// </summary>
/// <remarks>
/// The step of a parameter w is <c>cbrt(2.2e-16) · max(1, |w|)</c>, about 6e-6: the error by curvature grows with the step's
/// square, the error by rounding with its inverse, and at the cube root of the machine epsilon both are about 1e-11 of the
/// objective. Where the objective has a corner within the step (a ReLU switches), no derivative is to be had by differences;
/// such an entry is marked. In a smooth function the slope changes twice as much over twice the step, at a corner it does not.
/// </remarks>
public static class NumericalGradients
{
    // Above what rounding does to the change of slope: that of the objective, and that of what it is computed from.
    private const double ObjectiveNoise = 1e-8;
    private const double SlopeNoise = 1e-6;
    private static readonly double RelativeStep = Math.Cbrt(Math.BitIncrement(1.0) - 1.0);

    /// <summary>Computes central differences. The parameters are unchanged afterwards.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Samples one after another, [samples, inputs].</param>
    /// <param name="targets">What the outputs should be.</param>
    /// <param name="entriesPerTensor">Of a larger tensor, as many entries as this, evenly spread; each costs five forward passes.</param>
    /// <returns>For every tensor, its entries in order.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit the network or each other.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<NumericalGradient>> Compute(
        ReferenceNetwork network, double[] inputs, Targets targets, int entriesPerTensor = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfLessThan(entriesPerTensor, 1);
        double center = network.Objective(inputs, targets);
        var gradients = new Dictionary<string, IReadOnlyList<NumericalGradient>>();
        foreach (string name in network.Gradients.Keys)
        {
            double[] elements = network.Parameters[name];
            gradients[name] = [.. Spread(elements.Length, entriesPerTensor).Select(index =>
                Differentiate(() => network.Objective(inputs, targets), center, elements, index))];
        }

        return gradients;
    }

    private static IEnumerable<int> Spread(int length, int count) =>
        length <= count
            ? Enumerable.Range(0, length)
            : Enumerable.Range(0, count).Select(i => (int)((long)i * length / count));

    private static NumericalGradient Differentiate(Func<double> objective, double center, double[] elements, int index)
    {
        double w = elements[index];
        double step = RelativeStep * Math.Max(1, Math.Abs(w));
        double ObjectiveAt(double value)
        {
            elements[index] = value;
            return objective();
        }

        double above = ObjectiveAt(w + step);
        double below = ObjectiveAt(w - step);
        double halfAbove = ObjectiveAt(w + step / 2);
        double halfBelow = ObjectiveAt(w - step / 2);
        elements[index] = w;

        // The distance is that of the numbers as they were rounded.
        double derivative = (above - below) / ((w + step) - (w - step));
        double bend = (above - 2 * center + below) / step;
        double halfBend = (halfAbove - 2 * center + halfBelow) / (step / 2);
        double scale = Math.Max(Math.Abs(center), Math.Max(Math.Abs(above), Math.Abs(below)));
        bool isCorner = Math.Abs(bend - 2 * halfBend) > ObjectiveNoise * scale + SlopeNoise * Math.Abs(bend);
        return new NumericalGradient(index, derivative, isCorner);
    }
}
