namespace NetGen.Kernels;

/// <summary>Covers a result of few columns and many rows with tiles that keep every partial sum in a register.</summary>
internal static class ContractionPartials
{
    private const int TileRows = 3;

    /// <summary>Computes the result; the operands are used up.</summary>
    /// <remarks>Two partial sums come with one or two vectors of columns, four with one: twelve registers a tile.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run<T, V>(ref ContractionOperands<T> operands, int rows, int vectors, int partialSums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        if (partialSums == 4)
        {
            Rows<T, V, One, Four>(in operands, rows, vectors);
            return;
        }

        if (vectors > 1)
            Rows<T, V, Two, Two>(in operands, rows, vectors / 2);
        if (vectors % 2 != 0)
        {
            operands.SkipColumns((nint)(vectors - 1) * V.Count);
            Rows<T, V, One, Two>(in operands, rows, 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rows<T, V, TVectors, TSums>(ref readonly ContractionOperands<T> operands, int rows, int panels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        where TVectors : struct, IConstant
        where TSums : struct, IConstant
    {
        int tiles = (int)((uint)rows / TileRows);
        int rest = rows - tiles * TileRows;
        ContractionPartialTile<T, V, Three, TVectors, TSums>.Run(in operands, tiles, panels);
        if (rest == 0)
            return;
        var last = operands;
        last.SkipRows((nint)tiles * TileRows);
        if (rest == 2)
            ContractionPartialTile<T, V, Two, TVectors, TSums>.Run(in last, 1, panels);
        else
            ContractionPartialTile<T, V, One, TVectors, TSums>.Run(in last, 1, panels);
    }
}
