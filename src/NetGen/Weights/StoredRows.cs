namespace NetGen.Weights;

/// <summary>Rows of neighbouring elements in a buffer, some distance apart.</summary>
/// <param name="Offset">The place of the first element.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Columns">Elements of a row.</param>
/// <param name="Stride">From one row to the next.</param>
internal readonly record struct StoredRows(int Offset, int Rows, int Columns, int Stride)
{
    /// <summary>The place of a row's first element.</summary>
    public int PlaceOf(int row) => Offset + (row * Stride);
}
