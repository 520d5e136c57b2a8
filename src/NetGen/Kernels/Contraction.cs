namespace NetGen.Kernels;

/// <summary>Products of matrices.</summary>
public static class Contraction
{
    /// <summary>x</summary>
    public static void Multiply<T, V>(
        int rows,
        int columns,
        int depth,
        ref readonly T left,
        nint leftRow,
        nint leftStep,
        ref readonly T right,
        nint rightRow,
        ref readonly T start,
        ref T result,
        nint resultRow,
        int partialSums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        var operands = new ContractionOperands<T>
        {
            Depth = depth,
            Left = ref Unsafe.AsRef(in left),
            LeftRow = leftRow * Unsafe.SizeOf<T>(),
            LeftStep = leftStep * Unsafe.SizeOf<T>(),
            Right = ref Unsafe.AsRef(in right),
            RightRow = rightRow * Unsafe.SizeOf<T>(),
            Start = ref Unsafe.AsRef(in start),
            Result = ref result,
            ResultRow = resultRow * Unsafe.SizeOf<T>(),
        };
        int vectors = (columns + V.Count - 1) / V.Count;
        Columns<T, V, Two>(in operands, rows, 0, vectors / 2);
        if (vectors % 2 != 0)
            Columns<T, V, One>(in operands, rows, vectors / 2 * 2 * V.Count, 1);
    }

    private static void Columns<T, V, TVectors>(in ContractionOperands<T> operands, int rows, int firstColumn, int panels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        where TVectors : struct, IConstant
    {
        int most = 6;
        int tiles = (rows + most - 1) / most;
        if (tiles == 0) return;
        int low = rows / tiles;
        int high = rows - low * tiles;
        Rows<T, V, TVectors>(in operands, low + 1, 0, high, firstColumn, panels);
        Rows<T, V, TVectors>(in operands, low, high * (low + 1), tiles - high, firstColumn, panels);
    }

    private static void Rows<T, V, TVectors>(in ContractionOperands<T> operands, int size, int firstRow, int tiles, int firstColumn, int panels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
        where TVectors : struct, IConstant
    {
        if (tiles == 0)
            return;
        switch (size)
        {
            case 1: ContractionTile<T, V, One, TVectors>.Run(in operands, firstRow, tiles, firstColumn, panels); break;
            case 2: ContractionTile<T, V, Two, TVectors>.Run(in operands, firstRow, tiles, firstColumn, panels); break;
            case 3: ContractionTile<T, V, Three, TVectors>.Run(in operands, firstRow, tiles, firstColumn, panels); break;
            case 4: ContractionTile<T, V, Four, TVectors>.Run(in operands, firstRow, tiles, firstColumn, panels); break;
            case 5: ContractionTile<T, V, Five, TVectors>.Run(in operands, firstRow, tiles, firstColumn, panels); break;
            case 6: ContractionTile<T, V, Six, TVectors>.Run(in operands, firstRow, tiles, firstColumn, panels); break;
        }
    }
}
