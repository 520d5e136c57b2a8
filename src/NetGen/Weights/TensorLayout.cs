namespace NetGen.Weights;

/// <summary>Where a tensor stands in a buffer: element [i, j, …] is at <c>Offset + i · Strides[0] + j · Strides[1] + …</c>.</summary>
/// <param name="Tensor">Its name and shape, in PyTorch's order of axes.</param>
/// <param name="Offset">The place of its first element.</param>
/// <param name="Strides">For each axis, the distance of neighbours.</param>
public sealed record TensorLayout(TensorDescription Tensor, int Offset, params int[] Strides)
{
    /// <summary>The elements along the last axis: one row of the row-major order.</summary>
    internal int RowLength => Strides.Length == 0 ? 1 : Tensor.Shape[^1];

    /// <summary>The distance of neighbours in a row.</summary>
    internal int RowStride => Strides.Length == 0 ? 0 : Strides[^1];

    /// <summary>The axis along which neighbours are adjacent in memory.</summary>
    private int StoredAxis => Array.LastIndexOf(Strides, 1);

    /// <summary>The elements that stand side by side in memory.</summary>
    internal int StoredColumns => Tensor.Shape[StoredAxis];

    /// <summary>The number of such rows.</summary>
    internal int StoredRows => Tensor.Length / StoredColumns;

    /// <summary>The distance of neighbouring rows in memory, of a tensor of two axes at most.</summary>
    internal int StoredStride => Strides.Length == 1 ? 0 : Strides[1 - StoredAxis];

    /// <summary>The place of the last element.</summary>
    internal long Last => Offset + Strides.Select((stride, axis) => stride * (Tensor.Shape[axis] - 1L)).Sum();

    /// <summary>The place of a row's first element.</summary>
    internal int PlaceOfRow(int row)
    {
        int place = Offset;
        for (int axis = Strides.Length - 2; axis >= 0; axis--)
        {
            (row, int index) = Math.DivRem(row, Tensor.Shape[axis]);
            place += index * Strides[axis];
        }

        return place;
    }

    /// <summary>Whether both put the same tensor in the same places.</summary>
    internal bool Matches(TensorLayout other) =>
        Tensor.Name == other.Tensor.Name
        && Tensor.Shape.SequenceEqual(other.Tensor.Shape)
        && Offset == other.Offset
        && Strides.AsSpan().SequenceEqual(other.Strides);

    /// <summary>Checks that the tensor lies within a buffer.</summary>
    /// <param name="length">The buffer's number of elements.</param>
    /// <exception cref="ArgumentException">It does not, or there is not one stride for each axis.</exception>
    internal void RequireWithin(int length)
    {
        string shape = string.Join(", ", Tensor.Shape);
        if (Strides.Length != Tensor.Shape.Count)
        {
            throw new ArgumentException($"'{Tensor.Name}' is [{shape}]: expected {Tensor.Shape.Count} strides, but got {Strides.Length}.");
        }

        if (Offset < 0 || Strides.Any(stride => stride < 0) || Last >= length)
        {
            throw new ArgumentException(
                $"'{Tensor.Name}' [{shape}] from {Offset} to {Last} does not lie within a buffer of {length} elements.");
        }
    }
}
