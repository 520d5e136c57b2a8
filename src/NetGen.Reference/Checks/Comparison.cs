namespace NetGen.Reference;

/// <summary>How far two gradients of one tensor are apart.</summary>
/// <param name="LargestDifference">Of single entries.</param>
/// <param name="WorstIndex">The entry of the largest difference, in row-major order; -1 where nothing was compared.</param>
/// <param name="RelativeError">The norm of the difference over the norm of the sum; 0 where both are zero.</param>
public sealed record Comparison(double LargestDifference, int WorstIndex, double RelativeError)
{
    /// <summary>Compares entries.</summary>
    /// <param name="indices">The entries to compare.</param>
    /// <param name="first">Gives one gradient's entry.</param>
    /// <param name="second">Gives the other's.</param>
    internal static Comparison Of(IEnumerable<int> indices, Func<int, double> first, Func<int, double> second)
    {
        double largest = 0;
        int worst = -1;
        double differences = 0;
        double sums = 0;
        foreach (int index in indices)
        {
            double difference = first(index) - second(index);
            double sum = first(index) + second(index);
            differences += difference * difference;
            sums += sum * sum;

            // Once NaN, the largest difference stays NaN.
            if (worst < 0 || Math.Abs(difference) > largest || (double.IsNaN(difference) && !double.IsNaN(largest)))
            {
                (largest, worst) = (Math.Abs(difference), index);
            }
        }

        double error = differences == 0 ? 0 : Math.Sqrt(differences) / Math.Sqrt(sums);
        return new Comparison(largest, worst, error);
    }

    /// <summary>Whether the gradients agree but for rounding.</summary>
    /// <param name="tolerance">The largest relative error.</param>
    /// <param name="noise">Differences up to here are rounding, however small the gradients are.</param>
    internal bool Agrees(double tolerance, double noise) => RelativeError <= tolerance || LargestDifference <= noise;
}
