using NetGen.Weights;

namespace NetGen.Kernels;

/// <summary>The L2 norm of gradients.</summary>
public static class GradientNorm
{
    private const int Block = 16;

    /// <summary>
    /// The root of the sum of all squares, padding left out. Each row of a tensor, or of a strip of it, is summed over 16 logical lanes
    /// that a fixed tree joins, rows, strips and tensors in order: the same bits at every vector width.
    /// </summary>
    public static T Of<T, V>(TensorStore<T> gradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        T total = T.Zero;
        foreach (var layout in gradients.Layouts)
        {
            for (int index = 0; index < layout.PartCount; index++)
            {
                var part = layout.Part(index);
                for (int row = 0; row < part.Rows; row++)
                    total += SquareSum<T, V>(ref Unsafe.Add(ref gradients.Buffer.Start, part.PlaceOf(row)), part.Columns);
            }
        }

        return T.Sqrt(total);
    }

    /// <summary>What gradients are multiplied with so that their norm is at most <paramref name="largest"/>.</summary>
    public static T ClipScale<T, V>(TensorStore<T> gradients, T largest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        T scale = largest / (Of<T, V>(gradients) + T.CreateTruncating(1e-6));

        // A norm that is not a number makes the scale one too, as it would the parameters.
        return scale >= T.One ? T.One : scale;
    }

    private static T SquareSum<T, V>(ref T row, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        Span<T> partials = stackalloc T[Block];
        ref T partial = ref MemoryMarshal.GetReference(partials);
        V zero = V.Broadcast(T.Zero);
        V count = V.Broadcast(T.CreateTruncating(columns));
        for (nint lane = 0; lane < Block; lane += V.Count)
        {
            V sum = zero;
            for (nint column = lane; column < columns; column += Block)
            {
                V value = V.Select(V.Less(V.Indices(column), count), V.Load(ref row, column), zero);
                sum = V.MultiplyAdd(value, value, sum);
            }

            V.Store(sum, ref partial, lane);
        }

        return Reduction.Sum(ref partial);
    }
}
