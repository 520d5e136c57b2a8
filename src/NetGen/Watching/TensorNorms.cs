using NetGen.Weights;

namespace NetGen;

/// <summary>L2 norms over several tensors, padding left out.</summary>
internal static class TensorNorms
{
    /// <summary>The root of the sum of the squares of all elements.</summary>
    public static double Of<T>(ReadOnlySpan<T> buffer, TensorLayout[] tensors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        foreach (var tensor in tensors)
        {
            for (int index = 0; index < tensor.PartCount; index++)
            {
                var part = tensor.Part(index);
                for (int row = 0; row < part.Rows; row++)
                {
                    sum += Sums.Moments(buffer.Slice(part.PlaceOf(row), part.Columns), shift: 0).Squares;
                }
            }
        }

        return Math.Sqrt(sum);
    }

    /// <summary>The norm of what has changed.</summary>
    public static double OfChange<T>(ReadOnlySpan<T> before, ReadOnlySpan<T> after, TensorLayout[] tensors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        foreach (var tensor in tensors)
        {
            for (int index = 0; index < tensor.PartCount; index++)
            {
                var part = tensor.Part(index);
                for (int row = 0; row < part.Rows; row++)
                {
                    int place = part.PlaceOf(row);
                    sum += Sums.SquaredDistance(before.Slice(place, part.Columns), after.Slice(place, part.Columns));
                }
            }
        }

        return Math.Sqrt(sum);
    }
}
