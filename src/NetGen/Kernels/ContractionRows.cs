namespace NetGen.Kernels;

/// <summary>Computes few rows one by one: short ones within the caller, others in panels of nearly equal width, without their zeros where those are many.</summary>
/// <remarks>
/// A large matrix stands in strips, which its panels read in order. Where it did not, rows of it were read from end to end, eight at a
/// time, with sums in memory: 784-300 took 8.9 us with 16 lanes where strips take 6.5, 784-128 with 8 lanes 3.7 where they take 2.5.
/// </remarks>
internal static class ContractionRows
{
    /// <summary>Computes the result; all distances are in bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<T, V>(
        int rows,
        int columns,
        int depth,
        ref T left,
        nint leftRow,
        nint leftStep,
        ref T right,
        nint rightRow,
        ref T start,
        ref T result,
        nint resultRow,
        int partialSums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        int vectors = (columns + V.Count - 1) / V.Count;
        int most = 8 / partialSums;
        int panels = (vectors + most - 1) / most;
        if (panels == 0)
            return;
        int width = vectors / panels;
        int wider = vectors - width * panels;
        nint narrow = (nint)wider * (width + 1) * V.Count;
        ref T narrowStart = ref Unsafe.IsNullRef(ref start) ? ref start : ref Unsafe.Add(ref start, narrow);
        for (; rows > 0; rows--)
        {
            // All of it constants in generated code, so that the JIT looks at one of the ways only: what it inlines has a budget.
            if (leftStep == Unsafe.SizeOf<T>() && depth <= ContractionShortRow<T, V>.MostProducts && columns <= ContractionShortRow<T, V>.MostColumns
                && (partialSums == 1 || (partialSums == 4 && depth % 4 == 0)))
            {
                ContractionShortRow<T, V>.Run(columns, depth, ref left, ref right, rightRow, ref start, ref result, partialSums);
            }
            else
            {
                bool isSparse = partialSums == 1 && depth >= NonzeroValues.Block && leftStep == Unsafe.SizeOf<T>() && NonzeroValues.AreFew<T, V>(ref left, depth);
                if (wider > 0)
                    Panels<T, V>(isSparse, wider, width + 1, partialSums, depth, ref left, leftStep, ref right, rightRow, ref start, ref result);
                Panels<T, V>(
                    isSparse, panels - wider, width, partialSums, depth, ref left, leftStep, ref Unsafe.Add(ref right, narrow), rightRow, ref narrowStart, ref Unsafe.Add(ref result, narrow));
            }

            left = ref Unsafe.AddByteOffset(ref left, leftRow);
            result = ref Unsafe.AddByteOffset(ref result, resultRow);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Panels<T, V>(
        bool isSparse, int panels, int width, int partialSums, int depth, ref T left, nint step, ref T right, nint rightRow, ref T start, ref T result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        if (isSparse)
        {
            SparsePanels<T, V>(panels, width, depth, ref left, ref right, rightRow, ref start, ref result);
            return;
        }

        switch ((partialSums, width))
        {
            case (1, 1): ContractionRow<T, V, One>.Run(panels, depth, ref left, step, ref right, rightRow, ref start, ref result); break;
            case (1, 2): ContractionRow<T, V, Two>.Run(panels, depth, ref left, step, ref right, rightRow, ref start, ref result); break;
            case (1, 3): ContractionRow<T, V, Three>.Run(panels, depth, ref left, step, ref right, rightRow, ref start, ref result); break;
            case (1, 4): ContractionRow<T, V, Four>.Run(panels, depth, ref left, step, ref right, rightRow, ref start, ref result); break;
            case (1, 5): ContractionRow<T, V, Five>.Run(panels, depth, ref left, step, ref right, rightRow, ref start, ref result); break;
            case (1, 6): ContractionRow<T, V, Six>.Run(panels, depth, ref left, step, ref right, rightRow, ref start, ref result); break;
            case (1, 7): ContractionRow<T, V, Seven>.Run(panels, depth, ref left, step, ref right, rightRow, ref start, ref result); break;
            case (1, 8): ContractionRow<T, V, Eight>.Run(panels, depth, ref left, step, ref right, rightRow, ref start, ref result); break;
            case (2, 1): ContractionRowOfTwo<T, V, One>.Run(panels, depth, ref left, step, ref right, rightRow, ref start, ref result); break;
            case (2, 2): ContractionRowOfTwo<T, V, Two>.Run(panels, depth, ref left, step, ref right, rightRow, ref start, ref result); break;
            case (2, 3): ContractionRowOfTwo<T, V, Three>.Run(panels, depth, ref left, step, ref right, rightRow, ref start, ref result); break;
            case (2, 4): ContractionRowOfTwo<T, V, Four>.Run(panels, depth, ref left, step, ref right, rightRow, ref start, ref result); break;
            case (4, 1): ContractionRowOfFour<T, V, One>.Run(panels, depth, ref left, step, ref right, rightRow, ref start, ref result); break;
            default: ContractionRowOfFour<T, V, Two>.Run(panels, depth, ref left, step, ref right, rightRow, ref start, ref result); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SparsePanels<T, V>(int panels, int width, int depth, ref T left, ref T right, nint rightRow, ref T start, ref T result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        switch (width)
        {
            case 1: ContractionSparseRow<T, V, One>.Run(panels, depth, ref left, ref right, rightRow, ref start, ref result); break;
            case 2: ContractionSparseRow<T, V, Two>.Run(panels, depth, ref left, ref right, rightRow, ref start, ref result); break;
            case 3: ContractionSparseRow<T, V, Three>.Run(panels, depth, ref left, ref right, rightRow, ref start, ref result); break;
            case 4: ContractionSparseRow<T, V, Four>.Run(panels, depth, ref left, ref right, rightRow, ref start, ref result); break;
            case 5: ContractionSparseRow<T, V, Five>.Run(panels, depth, ref left, ref right, rightRow, ref start, ref result); break;
            case 6: ContractionSparseRow<T, V, Six>.Run(panels, depth, ref left, ref right, rightRow, ref start, ref result); break;
            case 7: ContractionSparseRow<T, V, Seven>.Run(panels, depth, ref left, ref right, rightRow, ref start, ref result); break;
            default: ContractionSparseRow<T, V, Eight>.Run(panels, depth, ref left, ref right, rightRow, ref start, ref result); break;
        }
    }
}
