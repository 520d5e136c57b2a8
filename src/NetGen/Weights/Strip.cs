namespace NetGen.Weights;

/// <summary>
/// The columns of a wide matrix that stand together: all rows of the first 64 columns, then all rows of the next, the last ones of
/// what is left, rounded up to whole blocks of 16. A matrix of no more columns is a single strip, its rows one behind another.
/// </summary>
/// <remarks>
/// The sums of one row by such a matrix stay in registers while memory is read in order, and members of a team who share out columns
/// write to memory apart, but for a strip in which one's columns end and another's begin. Measured where cores are far apart: two that
/// update 1 KB in turns of each row of a matrix fetch ahead of each other's, and take 590 us for 784-512-512-10 where it is 160 with
/// strips.
/// </remarks>
internal static class Strip
{
    /// <summary>
    /// Columns of a strip. A row's sums fit the registers with 512 bits, and in float with 256; with less they go in two or four parts,
    /// each of which reads a part of every row.
    /// </summary>
    public const int Columns = 64;

    /// <summary>Columns that a row is rounded up to a multiple of.</summary>
    public const int Block = 16;

    /// <summary>The first column of the strip that a column stands in.</summary>
    public static int StartOf(int column) => column / Columns * Columns;

    /// <summary>What follows the last of own columns that stand in the same strip as one.</summary>
    /// <param name="column">One of the own columns.</param>
    /// <param name="end">What follows the last of all own columns.</param>
    public static int EndOf(int column, int end) => Math.Min(end, StartOf(column) + Columns);

    /// <summary>The distance of neighbouring rows in the strip that a column stands in.</summary>
    /// <param name="column">The column.</param>
    /// <param name="columns">All columns of the matrix.</param>
    public static int StrideAt(int column, int columns) => Math.Min(Columns, ((columns + Block - 1) / Block * Block) - StartOf(column));

    /// <summary>The place of an element from the first one.</summary>
    public static nint PlaceOf(int row, int column, int rows, int columns)
    {
        int start = StartOf(column);
        return ((nint)start * rows) + ((nint)row * StrideAt(start, columns)) + (column - start);
    }
}
