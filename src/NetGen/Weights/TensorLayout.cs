namespace NetGen.Weights;

/// <summary>Where a tensor stands in a buffer: element [i, j, …] is at <c>Offset + i · Strides[0] + j · Strides[1] + …</c>.</summary>
/// <param name="Tensor">Its name and shape, in PyTorch's order of axes.</param>
/// <param name="Offset">The place of its first element.</param>
/// <param name="Strides">For each axis, the distance of neighbours.</param>
public sealed record TensorLayout(TensorDescription Tensor, int Offset, params int[] Strides)
{
    /// <summary>
    /// Whether a matrix [i, j] with strides [1, 64] has its first axis cut into strips of 64: every 64 of i begin behind all j of those
    /// before, and the last ones, rounded up to a multiple of 16, have that as their stride of j.
    /// </summary>
    public bool InStrips { get; init; }

    /// <summary>The elements along the last axis: one row of the row-major order.</summary>
    internal int RowLength => Strides.Length == 0 ? 1 : Tensor.Shape[^1];

    /// <summary>The axis along which neighbours are adjacent in memory.</summary>
    private int StoredAxis => Array.LastIndexOf(Strides, 1);

    /// <summary>The elements along that axis.</summary>
    private int StoredColumns => Tensor.Shape[StoredAxis];

    /// <summary>How many parts it has that are rows at equal distances: its strips, or all of it. Two axes at most.</summary>
    internal int PartCount => InStrips ? (StoredColumns + Strip.Columns - 1) / Strip.Columns : 1;

    /// <summary>The place of the last element.</summary>
    internal long Last => InStrips
        ? Offset + Strip.PlaceOf(RowLength - 1, StoredColumns - 1, RowLength, StoredColumns)
        : Offset + Strides.Select((stride, axis) => stride * (Tensor.Shape[axis] - 1L)).Sum();

    /// <summary>One of its parts.</summary>
    internal StoredRows Part(int index)
    {
        if (!InStrips)
        {
            return new(Offset, Tensor.Length / StoredColumns, StoredColumns, Strides.Length == 1 ? 0 : Strides[1 - StoredAxis]);
        }

        int start = index * Strip.Columns;
        return new(Offset + (start * RowLength), RowLength, Math.Min(Strip.Columns, StoredColumns - start), Strip.StrideAt(start, StoredColumns));
    }

    /// <summary>Where the elements of a row of the row-major order stand: the first one, and the distance of neighbours.</summary>
    internal (int First, int Stride) PlacesOfRow(int row)
    {
        if (InStrips)
        {
            return (Offset + (int)Strip.PlaceOf(0, row, RowLength, StoredColumns), Strip.StrideAt(row, StoredColumns));
        }

        int place = Offset;
        for (int axis = Strides.Length - 2; axis >= 0; axis--)
        {
            (row, int index) = Math.DivRem(row, Tensor.Shape[axis]);
            place += index * Strides[axis];
        }

        return (place, Strides.Length == 0 ? 0 : Strides[^1]);
    }

    /// <summary>Whether both put the same tensor in the same places.</summary>
    internal bool Matches(TensorLayout other) =>
        Tensor.Name == other.Tensor.Name
        && Tensor.Shape.SequenceEqual(other.Tensor.Shape)
        && Offset == other.Offset
        && InStrips == other.InStrips
        && Strides.AsSpan().SequenceEqual(other.Strides);

    /// <summary>Checks that the tensor lies within a buffer.</summary>
    /// <param name="length">The buffer's number of elements.</param>
    /// <exception cref="ArgumentException">It does not, there is not one stride for each axis, or strips have others than [1, 64].</exception>
    internal void RequireWithin(int length)
    {
        string shape = string.Join(", ", Tensor.Shape);
        if (Strides.Length != Tensor.Shape.Count)
        {
            throw new ArgumentException($"'{Tensor.Name}' is [{shape}]: expected {Tensor.Shape.Count} strides, but got {Strides.Length}.");
        }

        if (InStrips && !Strides.AsSpan().SequenceEqual([1, Strip.Columns]))
        {
            throw new ArgumentException($"'{Tensor.Name}' stands in strips: expected the strides 1, {Strip.Columns}, but got {string.Join(", ", Strides)}.");
        }

        if (Offset < 0 || Strides.Any(stride => stride < 0) || Last >= length)
        {
            throw new ArgumentException(
                $"'{Tensor.Name}' [{shape}] from {Offset} to {Last} does not lie within a buffer of {length} elements.");
        }
    }
}
