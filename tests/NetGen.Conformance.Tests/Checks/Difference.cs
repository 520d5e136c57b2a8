namespace NetGen.Conformance.Tests.Checks;

/// <summary>
/// Holds generated numbers to the reference engine's: each tensor element within a share of the tensor's largest magnitude
/// (1e-10 in double, 2e-4 in float), and where all of a tensor's numbers are but what is left of larger ones that cancelled,
/// within a thousandth of that share of the largest magnitude of those.
/// </summary>
internal sealed class Difference(double share)
{
    private readonly List<string> found = [];

    /// <summary>What did not agree, a line each.</summary>
    public IReadOnlyList<string> Found => found;

    public void Add(string what) => found.Add(what);

    /// <summary>Compares a tensor.</summary>
    /// <param name="what">What it is.</param>
    /// <param name="expected">The reference engine's.</param>
    /// <param name="actual">Generated code's.</param>
    /// <param name="around">The largest magnitude of the numbers that these are made from.</param>
    public void Check(string what, double[] expected, double[] actual, double around = 0)
    {
        double limit = share * Math.Max(Largest(expected), 1e-3 * around);
        int worst = Enumerable.Range(0, expected.Length).MaxBy(i => double.IsNaN(actual[i]) ? double.PositiveInfinity : Math.Abs(actual[i] - expected[i]));

        // Written so that NaN fails.
        if (actual.Length != expected.Length || !(Math.Abs(actual[worst] - expected[worst]) <= limit))
        {
            found.Add(FormattableString.Invariant(
                $"{what} [{expected.Length}], element {worst}: expected {expected[worst]:R}, got {actual[worst]:R}, which is off by {Math.Abs(actual[worst] - expected[worst]) / limit:G3} limits"));
        }
    }

    /// <summary>Compares bits.</summary>
    public void CheckSame(string what, double[] expected, double[] actual)
    {
        int differing = Enumerable.Range(0, expected.Length).Count(i => !expected[i].Equals(actual[i]));
        if (differing > 0)
        {
            int first = Enumerable.Range(0, expected.Length).First(i => !expected[i].Equals(actual[i]));
            found.Add(FormattableString.Invariant(
                $"{what}: {differing} of {expected.Length} differ, first at {first}: {expected[first]:R} and {actual[first]:R}"));
        }
    }

    public static double Largest(IEnumerable<double> elements) => elements.Select(Math.Abs).DefaultIfEmpty().Max();
}
