namespace NetGen;

/// <summary>Sums over elements in double: four at a time that do not wait for each other, joined in one order on every machine.</summary>
internal static class Sums
{
    /// <summary>The sum of all elements' differences from a number, and that of their squares.</summary>
    public static (double Sum, double Squares) Moments<T>(ReadOnlySpan<T> values, double shift)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
        double squares0 = 0, squares1 = 0, squares2 = 0, squares3 = 0;
        int i = 0;
        for (; i <= values.Length - 4; i += 4)
        {
            double a = double.CreateTruncating(values[i]) - shift;
            double b = double.CreateTruncating(values[i + 1]) - shift;
            double c = double.CreateTruncating(values[i + 2]) - shift;
            double d = double.CreateTruncating(values[i + 3]) - shift;
            sum0 += a;
            sum1 += b;
            sum2 += c;
            sum3 += d;
            squares0 += a * a;
            squares1 += b * b;
            squares2 += c * c;
            squares3 += d * d;
        }

        for (; i < values.Length; i++)
        {
            double a = double.CreateTruncating(values[i]) - shift;
            sum0 += a;
            squares0 += a * a;
        }

        return (sum0 + sum1 + (sum2 + sum3), squares0 + squares1 + (squares2 + squares3));
    }

    /// <summary>The sum of the squares of two rows' differences.</summary>
    public static double SquaredDistance<T>(ReadOnlySpan<T> from, ReadOnlySpan<T> to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
        int i = 0;
        for (; i <= from.Length - 4; i += 4)
        {
            sum0 += Squared(from[i], to[i]);
            sum1 += Squared(from[i + 1], to[i + 1]);
            sum2 += Squared(from[i + 2], to[i + 2]);
            sum3 += Squared(from[i + 3], to[i + 3]);
        }

        for (; i < from.Length; i++)
        {
            sum0 += Squared(from[i], to[i]);
        }

        return sum0 + sum1 + (sum2 + sum3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Squared<T>(T from, T to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double difference = double.CreateTruncating(to) - double.CreateTruncating(from);
        return difference * difference;
    }
}
