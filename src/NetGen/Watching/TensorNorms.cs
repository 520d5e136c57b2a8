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
            int columns = tensor.StoredColumns;
            for (int row = 0; row < tensor.StoredRows; row++)
            {
                sum += Sums.Moments(buffer.Slice(tensor.Offset + row * tensor.StoredStride, columns), shift: 0).Squares;
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
            int columns = tensor.StoredColumns;
            for (int row = 0; row < tensor.StoredRows; row++)
            {
                int place = tensor.Offset + row * tensor.StoredStride;
                sum += Sums.SquaredDistance(before.Slice(place, columns), after.Slice(place, columns));
            }
        }

        return Math.Sqrt(sum);
    }
}
