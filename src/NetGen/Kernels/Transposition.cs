namespace NetGen.Kernels;

/// <summary>Matrices turned over.</summary>
public static class Transposition
{
    private const int Block = 16;

    /// <summary>
    /// <c>destination[c · destinationRow + r] = source[r · sourceRow + c]</c> for r below <paramref name="rows"/> and c below
    /// <paramref name="columns"/>; nothing else is read or written.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="rows">Rows of the source.</param>
    /// <param name="columns">Columns of the source.</param>
    /// <param name="source">The source's first element.</param>
    /// <param name="sourceRow">Elements from one of its rows to the next.</param>
    /// <param name="destination">The destination's first element.</param>
    /// <param name="destinationRow">Elements from one of its rows to the next.</param>
    public static void Copy<T, V>(int rows, int columns, ref readonly T source, nint sourceRow, ref T destination, nint destinationRow)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        for (int row = 0; row < rows; row += Block)
        {
            for (int column = 0; column < columns; column += Block)
            {
                Copy(
                    Math.Min(Block, rows - row),
                    Math.Min(Block, columns - column),
                    ref Unsafe.Add(ref Unsafe.AsRef(in source), row * sourceRow + column),
                    sourceRow,
                    ref Unsafe.Add(ref destination, column * destinationRow + row),
                    destinationRow);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy<T>(int rows, int columns, ref T source, nint sourceRow, ref T destination, nint destinationRow)
        where T : unmanaged
    {
        for (nint column = 0; column < columns; column++)
        {
            ref T from = ref Unsafe.Add(ref source, column);
            ref T to = ref Unsafe.Add(ref destination, column * destinationRow);
            for (nint row = 0; row < rows; row++)
            {
                Unsafe.Add(ref to, row) = from;
                from = ref Unsafe.Add(ref from, sourceRow);
            }
        }
    }
}
