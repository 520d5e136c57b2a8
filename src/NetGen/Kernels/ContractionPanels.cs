namespace NetGen.Kernels;

/// <summary>
/// Contractions whose right operand does not fit the first cache: the sum goes in blocks, and each panel of a block (its depth by
/// two vectors) is copied together first, so that all rows read it in order from the first cache.
/// </summary>
/// <remarks>
/// Rows a power of two apart share a few sets of the cache, and each is on a page of its own: [128 x 784] · [784 x 512] without copies
/// reached half of the core's limit, with them four fifths. While a panel serves, the one in its place of the next group is fetched, a
/// row at each step of the sum: with 16 lanes, waits for the last cache took 12 % of that forward pass, which went from 74 to 83 % of
/// the limit. Fetched a few rows at once, before each tile, it gained 1 to 2 %: the tile then waits for its own operands behind them.
/// Sums pass from block to block through the result, without rounding.
/// </remarks>
internal static class ContractionPanels
{
    private const int PanelBytes = 16 * 1024;
    private const int PanelVectors = 2;
    private const int GroupPanels = 4;
    private const int GroupVectors = GroupPanels * PanelVectors;
    private const int Alignment = 64;

    /// <summary>
    /// Whether copying costs less than it saves: more rows use the copy more often, and the larger the right operand, the farther
    /// away it is. Measured over 22 shapes from [6 x 512] · [512 x 512] to [784 x 64] · [64 x 128], this product tells them apart.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Pay<T>(ref readonly ContractionOperands<T> operands, int rows)
        where T : unmanaged => (long)rows * operands.Depth * operands.RightRow > 12 << 20;

    /// <summary>Computes the result; the operands are used up.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static unsafe void Run<T, V>(ref ContractionOperands<T> operands, int rows, int vectors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        byte* memory = stackalloc byte[GroupPanels * PanelBytes + Alignment];
        T* panels = (T*)(((nuint)memory + Alignment - 1) / Alignment * Alignment);

        int rest = operands.Depth;
        int most = PanelBytes / (PanelVectors * V.Count * sizeof(T));
        int blocks = (rest + most - 1) / most;
        for (; blocks > 0; blocks--)
        {
            int depth = (rest + blocks - 1) / blocks;
            rest -= depth;
            operands.Depth = depth;
            operands.AheadRow = operands.RightRow;
            if (rest > 0)
                operands.Ahead = ref Unsafe.AddByteOffset(ref operands.Right, depth * operands.RightRow);
            else
                operands.Ahead = ref Unsafe.NullRef<T>();
            Block<T, V>(in operands, panels, rows, vectors);
            if (rest == 0)
                break;
            operands.SkipDepth(depth);
            operands.Start = ref operands.Result;
            operands.StartRow = operands.ResultRow;
        }
    }

    /// <summary>Computes one block of the sums; ahead is the next block.</summary>
    private static unsafe void Block<T, V>(ref readonly ContractionOperands<T> operands, T* panels, int rows, int vectors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        nint panel = (nint)operands.Depth * PanelVectors * V.Count;
        for (int vector = 0; vector < vectors; vector += PanelVectors)
        {
            int inGroup = vector / PanelVectors % GroupPanels;
            var block = operands;
            block.SkipColumns((nint)vector * V.Count);
            if (inGroup == 0)
                Copy<T, V>(in block, panels, Math.Min(GroupVectors, vectors - vector));
            if (vector + GroupVectors < vectors)
                block.Ahead = ref Unsafe.Add(ref block.Right, GroupVectors * V.Count);
            else if (!Unsafe.IsNullRef(ref operands.Ahead))
                block.Ahead = ref Unsafe.Add(ref operands.Ahead, (nint)inGroup * PanelVectors * V.Count);
            block.Right = ref Unsafe.AsRef<T>(panels + inGroup * panel);
            block.RightRow = PanelVectors * V.Count * sizeof(T);
            ContractionTiles.Run<T, V>(ref block, rows, Math.Min(PanelVectors, vectors - vector));
        }
    }

    /// <summary>Copies neighbouring panels together: their rows share pages, and lines fetched ahead.</summary>
    private static unsafe void Copy<T, V>(ref readonly ContractionOperands<T> operands, T* panels, int vectors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        nint panel = (nint)operands.Depth * PanelVectors * V.Count;
        ref T source = ref operands.Right;
        for (int k = 0; k < operands.Depth; k++)
        {
            T* destination = panels + k * PanelVectors * V.Count;
            for (int vector = 0; vector < vectors; vector += PanelVectors)
            {
                V.Store(V.Load(ref source, vector * V.Count), ref *destination, 0);
                if (vector + 1 < vectors)
                    V.Store(V.Load(ref source, (vector + 1) * V.Count), ref *destination, V.Count);
                destination += panel;
            }

            source = ref Unsafe.AddByteOffset(ref source, operands.RightRow);
        }
    }
}
