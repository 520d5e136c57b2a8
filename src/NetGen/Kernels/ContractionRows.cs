namespace NetGen.Kernels;

/// <summary>Computes few rows one by one, in panels of nearly equal width.</summary>
internal static class ContractionRows
{
    /// <summary>Computes the result; the operands are used up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<T, V>(ref ContractionOperands<T> operands, int rows, int vectors, int partialSums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        int most = 8 / partialSums;
        int panels = (vectors + most - 1) / most;
        if (panels == 0)
            return;
        int width = vectors / panels;
        int wider = vectors - width * panels;
        for (; rows > 0; rows--)
        {
            var narrow = operands;
            if (wider > 0)
            {
                Panels<T, V>(in operands, width + 1, wider, partialSums);
                narrow.SkipColumns((nint)wider * (width + 1) * V.Count);
            }

            Panels<T, V>(in narrow, width, panels - wider, partialSums);
            if (rows > 1)
                operands.SkipRows(1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Panels<T, V>(ref readonly ContractionOperands<T> operands, int width, int panels, int partialSums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        switch ((partialSums, width))
        {
            case (1, 1): ContractionRow<T, V, One, One>.Run(in operands, panels); break;
            case (1, 2): ContractionRow<T, V, Two, One>.Run(in operands, panels); break;
            case (1, 3): ContractionRow<T, V, Three, One>.Run(in operands, panels); break;
            case (1, 4): ContractionRow<T, V, Four, One>.Run(in operands, panels); break;
            case (1, 5): ContractionRow<T, V, Five, One>.Run(in operands, panels); break;
            case (1, 6): ContractionRow<T, V, Six, One>.Run(in operands, panels); break;
            case (1, 7): ContractionRow<T, V, Seven, One>.Run(in operands, panels); break;
            case (1, 8): ContractionRow<T, V, Eight, One>.Run(in operands, panels); break;
            case (2, 1): ContractionRow<T, V, One, Two>.Run(in operands, panels); break;
            case (2, 2): ContractionRow<T, V, Two, Two>.Run(in operands, panels); break;
            case (2, 3): ContractionRow<T, V, Three, Two>.Run(in operands, panels); break;
            case (2, 4): ContractionRow<T, V, Four, Two>.Run(in operands, panels); break;
            case (4, 1): ContractionRow<T, V, One, Four>.Run(in operands, panels); break;
            default: ContractionRow<T, V, Two, Four>.Run(in operands, panels); break;
        }
    }
}
