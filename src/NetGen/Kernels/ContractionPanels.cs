namespace NetGen.Kernels;

/// <summary>
/// Contractions whose right operand does not fit the first cache: the sum goes in blocks, and each panel of a block (its depth by
/// two vectors) is copied together first, so that all rows read it in order from the first cache.
/// </summary>
internal static class ContractionPanels
{
    private const int PanelBytes = 16 * 1024;
    private const int Alignment = 64;

    /// <summary>Whether copying costs less than it saves.</summary>
    public static bool Pay<T>(ref readonly ContractionOperands<T> operands, int rows)
        where T : unmanaged => rows >= 24 && operands.Depth * operands.RightRow > PanelBytes;

    /// <summary>Computes the result; the operands are used up.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static unsafe void Run<T, V>(ref ContractionOperands<T> operands, int rows, int vectors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        byte* memory = stackalloc byte[PanelBytes + Alignment];
        T* panel = (T*)(((nuint)memory + Alignment - 1) / Alignment * Alignment);

        int rest = operands.Depth;
        int most = PanelBytes / (2 * V.Count * sizeof(T));
        int blocks = (rest + most - 1) / most;
        for (; blocks > 0; blocks--)
        {
            int depth = (rest + blocks - 1) / blocks;
            rest -= depth;
            operands.Depth = depth;
            for (int vector = 0; vector < vectors; vector += 2)
            {
                int width = Math.Min(2, vectors - vector);
                var block = operands;
                block.SkipColumns((nint)vector * V.Count);
                Copy<T, V>(ref block, panel, width);
                ContractionTiles.Run<T, V>(ref block, rows, width);
            }

            if (rest == 0)
                break;
            operands.SkipDepth(depth);
            operands.Start = ref operands.Result;
            operands.StartRow = operands.ResultRow;
        }
    }

    private static unsafe void Copy<T, V>(ref ContractionOperands<T> operands, T* panel, int width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        ref T source = ref operands.Right;
        ref T destination = ref Unsafe.AsRef<T>(panel);
        for (int k = operands.Depth; k > 0; k--)
        {
            V.Store(V.Load(ref source, 0), ref destination, 0);
            if (width > 1)
                V.Store(V.Load(ref source, V.Count), ref destination, V.Count);
            source = ref Unsafe.AddByteOffset(ref source, operands.RightRow);
            destination = ref Unsafe.Add(ref destination, width * V.Count);
        }

        operands.Right = ref Unsafe.AsRef<T>(panel);
        operands.RightRow = width * V.Count * Unsafe.SizeOf<T>();
    }
}
