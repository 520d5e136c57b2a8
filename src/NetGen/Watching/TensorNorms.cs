using NetGen.Weights;

namespace NetGen;

/// <summary>Sums of squares over tensors, padding left out; in double and in order, so that they are the same on every machine.</summary>
internal static class TensorNorms
{
    /// <summary>The sum of the squares of all elements.</summary>
    public static double SquareSum<T>(ReadOnlySpan<T> buffer, TensorLayout[] tensors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        foreach (var tensor in tensors)
        {
            for (int row = 0; row < tensor.StoredRows; row++)
            {
                foreach (T element in buffer.Slice(tensor.Offset + row * tensor.StoredStride, tensor.StoredColumns))
                {
                    double value = double.CreateTruncating(element);
                    sum += value * value;
                }
            }
        }

        return sum;
    }

    /// <summary>The sum of the squares of all differences.</summary>
    public static double DifferenceSquareSum<T>(ReadOnlySpan<T> before, ReadOnlySpan<T> after, TensorLayout[] tensors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        foreach (var tensor in tensors)
        {
            int columns = tensor.StoredColumns;
            for (int row = 0; row < tensor.StoredRows; row++)
            {
                int place = tensor.Offset + row * tensor.StoredStride;
                for (int i = place; i < place + columns; i++)
                {
                    double change = double.CreateTruncating(after[i]) - double.CreateTruncating(before[i]);
                    sum += change * change;
                }
            }
        }

        return sum;
    }
}
