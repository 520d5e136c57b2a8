namespace NetGen.Reference;

/// <summary>How far two gradients of one tensor are apart.</summary>
/// <param name="LargestDifference">Of single entries; against central differences, beyond what is uncertain about them.</param>
/// <param name="WorstIndex">The entry of the largest difference, in row-major order; -1 where nothing was compared.</param>
/// <param name="RelativeError">The norm of the difference over the sum of the norms, from 0 to 1; 0 where both are zero.</param>
/// <param name="First">The first gradient's worst entry.</param>
/// <param name="Second">The second's.</param>
public sealed record Comparison(double LargestDifference, int WorstIndex, double RelativeError, double First, double Second)
{
    /// <summary>
    /// Whether the relative error says nothing, since all differences are rounding, and the error is beyond its tolerance or the gradients
    /// themselves are no larger: of gradients that are zero but for rounding, such as those of a bias before a <c>BatchNorm</c>, it may be
    /// anything.
    /// </summary>
    public bool IsRounding { get; private init; }

    private double LargestGradient { get; init; }

    /// <summary>Compares entries.</summary>
    /// <param name="indices">The entries to compare.</param>
    /// <param name="first">Gives one gradient's entry.</param>
    /// <param name="second">Gives the other's.</param>
    /// <param name="uncertainty">Gives how much of their difference means nothing; null for none of it.</param>
    internal static Comparison Of(IEnumerable<int> indices, Func<int, double> first, Func<int, double> second, Func<int, double>? uncertainty = null)
    {
        double largest = 0;
        int worst = -1;
        double differences = 0;
        double firsts = 0;
        double seconds = 0;
        double largestGradient = 0;
        foreach (int index in indices)
        {
            double difference = Math.Abs(first(index) - second(index));
            if (uncertainty is not null)
            {
                difference = Math.Max(0, difference - uncertainty(index));
            }

            differences += difference * difference;
            firsts += first(index) * first(index);
            seconds += second(index) * second(index);
            largestGradient = Math.Max(largestGradient, Math.Max(Math.Abs(first(index)), Math.Abs(second(index))));

            // Once NaN, the largest difference stays NaN.
            if (worst < 0 || difference > largest || (double.IsNaN(difference) && !double.IsNaN(largest)))
            {
                (largest, worst) = (difference, index);
            }
        }

        double error = differences == 0 ? 0 : Math.Sqrt(differences) / (Math.Sqrt(firsts) + Math.Sqrt(seconds));
        return new Comparison(largest, worst, error, worst < 0 ? 0 : first(worst), worst < 0 ? 0 : second(worst))
        {
            LargestGradient = largestGradient,
        };
    }

    /// <summary>The same comparison, with what is known of rounding.</summary>
    /// <param name="tolerance">The largest relative error.</param>
    /// <param name="noise">Differences up to here are rounding, however small the gradients are.</param>
    internal Comparison Excuse(double tolerance, double noise) =>
        this with { IsRounding = LargestDifference <= noise && (!(RelativeError <= tolerance) || (LargestGradient > 0 && LargestGradient <= noise)) };

    /// <summary>Whether the gradients agree but for rounding.</summary>
    /// <param name="tolerance">The largest relative error.</param>
    internal bool Agrees(double tolerance) => RelativeError <= tolerance || IsRounding;
}
