using NetGen.Threading;
using NetGen.Weights;

namespace NetGen.Kernels;

/// <summary>Matrices turned over that stand in strips of 64 columns: see <see cref="TensorLayout.InStrips"/>.</summary>
public static class StripTransposition
{
    /// <summary>
    /// As <see cref="Transposition.Copy"/>, of some of the rows and columns. Whoever copies some of the columns copies them for others
    /// too: what a core has written and others have read, it must ask back from them before it can write it again. Copies of columns
    /// therefore go past the caches where processors can do that and the destination begins a cache line.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="ownRows">The rows of the source to copy.</param>
    /// <param name="rows">All rows of the source: the destination's columns.</param>
    /// <param name="ownColumns">The columns of the source to copy.</param>
    /// <param name="columns">All columns of the source: the destination's rows.</param>
    /// <param name="source">The source's first element.</param>
    /// <param name="destination">The destination's first element.</param>
    public static unsafe void Copy<T, V>(Share ownRows, int rows, Share ownColumns, int columns, ref T source, ref T destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        fixed (T* copy = &destination)
        {
            bool isForOthers = ownColumns.Count < columns && Cache.CanWritePast(copy);
            for (int row = ownRows.First, rowEnd; row < ownRows.End; row = rowEnd)
            {
                rowEnd = Strip.EndOf(row, ownRows.End);
                int copyRow = Strip.StrideAt(row, rows);
                for (int column = ownColumns.First, columnEnd; column < ownColumns.End; column = columnEnd)
                {
                    columnEnd = Strip.EndOf(column, ownColumns.End);
                    ref T part = ref Unsafe.Add(ref source, Strip.PlaceOf(row, column, rows, columns));
                    int partRow = Strip.StrideAt(column, columns);
                    T* turned = copy + Strip.PlaceOf(column, row, columns, rows);
                    if (isForOthers)
                        CopyPast<T, V>(rowEnd - row, columnEnd - column, ref part, partRow, turned, copyRow);
                    else
                        Transposition.Copy<T, V>(rowEnd - row, columnEnd - column, ref part, partRow, ref *turned, copyRow);
                }
            }

            if (isForOthers)
                Cache.FinishWritingPast();
        }
    }

    /// <summary>Turns blocks over in the first cache, and sends their lines on from there.</summary>
    private static unsafe void CopyPast<T, V>(int rows, int columns, ref T source, int sourceRow, T* destination, int destinationRow)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        Span<T> stack = stackalloc T[(Strip.Block * Strip.Block) + Scratch.Slack];
        ref T block = ref Scratch.Align(stack);
        int wholeRows = rows / Strip.Block * Strip.Block;
        for (int row = 0; row < wholeRows; row += Strip.Block)
        {
            for (int column = 0; column < columns; column += Strip.Block)
            {
                int width = Math.Min(Strip.Block, columns - column);
                Transposition.Copy<T, V>(Strip.Block, width, ref Unsafe.Add(ref source, (row * sourceRow) + column), sourceRow, ref block, Strip.Block);
                for (int line = 0; line < width; line++)
                    Cache.WritePast(ref Unsafe.Add(ref block, line * Strip.Block), destination + ((column + line) * destinationRow) + row, Strip.Block);
            }
        }

        Transposition.Copy<T, V>(
            rows - wholeRows, columns, ref Unsafe.Add(ref source, wholeRows * sourceRow), sourceRow, ref destination[wholeRows], destinationRow);
    }
}
