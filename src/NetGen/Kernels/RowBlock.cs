using System.Runtime.Intrinsics.X86;

namespace NetGen.Kernels;

/// <summary>
/// As many rows as a vector has lanes, turned over: column c of row r stands at <c>c · lanes + r</c>, so that a vector holds one column
/// of all rows.
/// </summary>
internal static class RowBlock
{
    /// <summary>Turns the first rows over. Their storage, and the block, have room for whole groups of 4 columns.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="V">The vectors that take a row a lane.</typeparam>
    /// <param name="rows">The rows that there are; beyond the last of them lanes stay as they are, and beyond the lanes rows are left out.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="source">The first row's first element.</param>
    /// <param name="sourceRow">Elements from one row to the next.</param>
    /// <param name="turned">Takes the block.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read<T, V>(nint rows, int columns, ref T source, nint sourceRow, ref T turned)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        if (rows < V.Count || !HasBlocks<T, V>())
        {
            Copy(Math.Min(rows, V.Count), columns, ref source, sourceRow, 1, ref turned, 1, V.Count);
            return;
        }

        for (nint row = 0; row < V.Count; row += TransposedBlock.Size<T>())
        {
            for (nint column = 0; column < columns; column += TransposedBlock.Half<T>())
            {
                TransposedBlock.CopyHalf(
                    ref Unsafe.Add(ref source, row * sourceRow + column), sourceRow, ref Unsafe.Add(ref turned, column * V.Count + row), V.Count);
            }
        }
    }

    /// <summary>Turns a block back into the first rows, as <see cref="Read"/> has them; rows beyond the last are left alone.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="V">The vectors that take a row a lane.</typeparam>
    /// <param name="rows">The rows that there are.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="turned">The block.</param>
    /// <param name="destination">The first row's first element.</param>
    /// <param name="destinationRow">Elements from one row to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<T, V>(nint rows, int columns, ref T turned, ref T destination, nint destinationRow)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        if (rows < V.Count || !HasBlocks<T, V>())
        {
            Copy(Math.Min(rows, V.Count), columns, ref turned, 1, V.Count, ref destination, destinationRow, 1);
            return;
        }

        for (nint row = 0; row < V.Count; row += TransposedBlock.Size<T>())
        {
            for (nint column = 0; column < columns; column += TransposedBlock.Half<T>())
            {
                TransposedBlock.CopyBack(
                    ref Unsafe.Add(ref turned, column * V.Count + row), V.Count, ref Unsafe.Add(ref destination, row * destinationRow + column), destinationRow);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasBlocks<T, V>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V> => Avx.IsSupported && V.Count % TransposedBlock.Size<T>() == 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Copy<T>(
        nint rows, nint columns, ref T source, nint sourceRow, nint sourceColumn, ref T destination, nint destinationRow, nint destinationColumn)
    {
        for (nint row = 0; row < rows; row++)
        {
            for (nint column = 0; column < columns; column++)
            {
                Unsafe.Add(ref destination, row * destinationRow + column * destinationColumn) =
                    Unsafe.Add(ref source, row * sourceRow + column * sourceColumn);
            }
        }
    }
}
