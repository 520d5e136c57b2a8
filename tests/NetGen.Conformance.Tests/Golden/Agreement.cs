namespace NetGen.Conformance.Tests.Golden;

/// <summary>
/// Compares numbers and collects where they differ. In double every element agrees to 1e-9 of itself, or to 1e-12 near zero;
/// in float to 2e-4 of its tensor's largest element.
/// </summary>
/// <param name="precision">What was computed in.</param>
/// <param name="producerError">The error of the expected numbers themselves, to their tensor's largest element.</param>
public sealed class Agreement(Precision precision, double producerError = 0)
{
    private readonly List<string> differences = [];

    /// <summary>What did not agree, a line each.</summary>
    public IReadOnlyList<string> Differences => differences;

    public void Check(string what, double expected, double actual) => Check(what, [expected], [actual]);

    /// <summary>Compares a tensor.</summary>
    /// <param name="what">What it is.</param>
    /// <param name="expected">The producer's elements.</param>
    /// <param name="actual">The elements under test.</param>
    /// <param name="around">
    /// The largest magnitude of what these are a part of. Where all of a tensor is what rounding has left of larger numbers that
    /// cancel, as the gradient of a bias before a normalization, float is held to a thousandth of that.
    /// </param>
    public void Check(string what, double[] expected, double[] actual, double around = 0)
    {
        if (actual.Length != expected.Length)
        {
            differences.Add($"{what}: expected {expected.Length} elements, got {actual.Length}");
            return;
        }

        double largest = Math.Max(expected.Select(Math.Abs).DefaultIfEmpty().Max(), 1e-3 * around);
        int[] wrong = [.. Enumerable.Range(0, expected.Length).Where(i => !IsNear(expected[i], actual[i], largest))];
        if (wrong.Length > 0)
        {
            int first = wrong[0];
            differences.Add(FormattableString.Invariant(
                $"{what}: {wrong.Length} of {expected.Length} differ, first at {first}: expected {expected[first]:R}, got {actual[first]:R}"));
        }
    }

    // NaN is near nothing: a comparison with it is false.
    private bool IsNear(double expected, double actual, double largest)
    {
        double limit = precision == Precision.Double ? Math.Max(1e-9 * Math.Abs(expected), 1e-12) : 2e-4 * largest;
        return Math.Abs(actual - expected) <= Math.Max(limit, producerError * largest);
    }
}
