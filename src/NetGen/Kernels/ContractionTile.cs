namespace NetGen.Kernels;

/// <summary>
/// Tiles of up to twelve rows by one or two vectors of columns, held in registers across the whole sum: sums <c>a</c> belong to the
/// first vector, <c>b</c> to the second.
/// </summary>
/// <remarks>
/// The loop over the sum compiles to the loads of the right row, one broadcast from memory per row, and the multiply-adds. Rows are
/// addressed in threes (base, base + row, base + 2 · row), so that twelve of them need four registers to advance. Two hints to the
/// cache, measured on the weight gradient of 784-512 at batch 128: the next tile's result rows (67 to 72 % of the core's limit), and
/// the left operand a line ahead (to 79 %), which matters where its steps are far apart and costs nothing where they are neighbours. The
/// first tiles of a panel that was copied together fetch lines of a later panel in its place.
/// </remarks>
internal static class ContractionTile<T, V, TRows, TVectors>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : struct, ILanes<T, V>
    where TRows : struct, IConstant
    where TVectors : struct, IConstant
{
    private const int CacheLine = 64;

    /// <summary>Computes tiles below each other, and panels of them side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run(ref readonly ContractionOperands<T> operands, int tiles, int panels)
    {
        int depth = operands.Depth;
        nint row = operands.LeftRow;
        nint step = operands.LeftStep;
        nint rightRow = operands.RightRow;
        for (nint column = 0; panels > 0; panels--, column += TVectors.Value * V.Count)
        {
            for (nint tile = 0, top = 0; tile < tiles; tile++, top += TRows.Value)
            {
                V a0 = default, b0 = default;
                V a1 = default, b1 = default;
                V a2 = default, b2 = default;
                V a3 = default, b3 = default;
                V a4 = default, b4 = default;
                V a5 = default, b5 = default;
                V a6 = default, b6 = default;
                V a7 = default, b7 = default;
                V a8 = default, b8 = default;
                V a9 = default, b9 = default;
                V a10 = default, b10 = default;
                V a11 = default, b11 = default;
                if (!Unsafe.IsNullRef(ref operands.Start))
                {
                    ref T start = ref Unsafe.Add(ref Unsafe.AddByteOffset(ref operands.Start, top * operands.StartRow), column);
                    Start<Zero>(ref start, operands.StartRow, ref a0, ref b0);
                    Start<One>(ref start, operands.StartRow, ref a1, ref b1);
                    Start<Two>(ref start, operands.StartRow, ref a2, ref b2);
                    Start<Three>(ref start, operands.StartRow, ref a3, ref b3);
                    Start<Four>(ref start, operands.StartRow, ref a4, ref b4);
                    Start<Five>(ref start, operands.StartRow, ref a5, ref b5);
                    Start<Six>(ref start, operands.StartRow, ref a6, ref b6);
                    Start<Seven>(ref start, operands.StartRow, ref a7, ref b7);
                    Start<Eight>(ref start, operands.StartRow, ref a8, ref b8);
                    Start<Nine>(ref start, operands.StartRow, ref a9, ref b9);
                    Start<Ten>(ref start, operands.StartRow, ref a10, ref b10);
                    Start<Eleven>(ref start, operands.StartRow, ref a11, ref b11);
                }

                ref T result = ref Unsafe.Add(ref Unsafe.AddByteOffset(ref operands.Result, top * operands.ResultRow), column);
                if (operands.FetchesResult)
                {
                    Fetch<Zero>(ref result, operands.ResultRow);
                    Fetch<One>(ref result, operands.ResultRow);
                    Fetch<Two>(ref result, operands.ResultRow);
                    Fetch<Three>(ref result, operands.ResultRow);
                    Fetch<Four>(ref result, operands.ResultRow);
                    Fetch<Five>(ref result, operands.ResultRow);
                    Fetch<Six>(ref result, operands.ResultRow);
                    Fetch<Seven>(ref result, operands.ResultRow);
                    Fetch<Eight>(ref result, operands.ResultRow);
                    Fetch<Nine>(ref result, operands.ResultRow);
                    Fetch<Ten>(ref result, operands.ResultRow);
                    Fetch<Eleven>(ref result, operands.ResultRow);
                }

                ref T x0 = ref Unsafe.AddByteOffset(ref operands.Left, top * row);
                ref T x3 = ref TRows.Value > 3 ? ref Unsafe.AddByteOffset(ref x0, 3 * row) : ref x0;
                ref T x6 = ref TRows.Value > 6 ? ref Unsafe.AddByteOffset(ref x3, 3 * row) : ref x0;
                ref T x9 = ref TRows.Value > 9 ? ref Unsafe.AddByteOffset(ref x6, 3 * row) : ref x0;
                ref T w = ref Unsafe.Add(ref operands.Right, column);
                ref T ahead = ref Unsafe.AddByteOffset(ref x0, CacheLine);
                nint aheadStep = step;
                if (!Unsafe.IsNullRef(ref operands.Ahead) && tile * CacheLine < TVectors.Value * V.Count * Unsafe.SizeOf<T>())
                {
                    ahead = ref Unsafe.AddByteOffset(ref operands.Ahead, tile * CacheLine);
                    aheadStep = operands.AheadRow;
                }

                for (int k = 0; k < depth; k++)
                {
                    V wa = V.Load(ref w, 0);
                    V wb = TVectors.Value > 1 ? V.Load(ref w, V.Count) : default;
                    Add<Zero>(ref x0, 0, wa, wb, ref a0, ref b0);
                    Add<One>(ref x0, row, wa, wb, ref a1, ref b1);
                    Add<Two>(ref x0, 2 * row, wa, wb, ref a2, ref b2);
                    Add<Three>(ref x3, 0, wa, wb, ref a3, ref b3);
                    Add<Four>(ref x3, row, wa, wb, ref a4, ref b4);
                    Add<Five>(ref x3, 2 * row, wa, wb, ref a5, ref b5);
                    Add<Six>(ref x6, 0, wa, wb, ref a6, ref b6);
                    Add<Seven>(ref x6, row, wa, wb, ref a7, ref b7);
                    Add<Eight>(ref x6, 2 * row, wa, wb, ref a8, ref b8);
                    Add<Nine>(ref x9, 0, wa, wb, ref a9, ref b9);
                    Add<Ten>(ref x9, row, wa, wb, ref a10, ref b10);
                    Add<Eleven>(ref x9, 2 * row, wa, wb, ref a11, ref b11);

                    Cache.Fetch(ref ahead, 0);
                    ahead = ref Unsafe.AddByteOffset(ref ahead, aheadStep);
                    x0 = ref Unsafe.AddByteOffset(ref x0, step);
                    if (TRows.Value > 3)
                        x3 = ref Unsafe.AddByteOffset(ref x3, step);
                    if (TRows.Value > 6)
                        x6 = ref Unsafe.AddByteOffset(ref x6, step);
                    if (TRows.Value > 9)
                        x9 = ref Unsafe.AddByteOffset(ref x9, step);
                    w = ref Unsafe.AddByteOffset(ref w, rightRow);
                }

                Store<Zero>(a0, b0, ref result, operands.ResultRow);
                Store<One>(a1, b1, ref result, operands.ResultRow);
                Store<Two>(a2, b2, ref result, operands.ResultRow);
                Store<Three>(a3, b3, ref result, operands.ResultRow);
                Store<Four>(a4, b4, ref result, operands.ResultRow);
                Store<Five>(a5, b5, ref result, operands.ResultRow);
                Store<Six>(a6, b6, ref result, operands.ResultRow);
                Store<Seven>(a7, b7, ref result, operands.ResultRow);
                Store<Eight>(a8, b8, ref result, operands.ResultRow);
                Store<Nine>(a9, b9, ref result, operands.ResultRow);
                Store<Ten>(a10, b10, ref result, operands.ResultRow);
                Store<Eleven>(a11, b11, ref result, operands.ResultRow);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Start<TRow>(ref T start, nint startRow, ref V a, ref V b)
        where TRow : struct, IConstant
    {
        if (TRow.Value >= TRows.Value)
            return;
        a = V.Load(ref Unsafe.AddByteOffset(ref start, TRow.Value * startRow), 0);
        if (TVectors.Value > 1)
            b = V.Load(ref Unsafe.AddByteOffset(ref start, TRow.Value * startRow), V.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch<TRow>(ref T result, nint resultRow)
        where TRow : struct, IConstant
    {
        if (TRow.Value >= TRows.Value)
            return;
        Cache.Fetch(ref result, (TRows.Value + TRow.Value) * resultRow);
        if (TVectors.Value * V.Count * Unsafe.SizeOf<T>() > CacheLine)
            Cache.Fetch(ref result, (TRows.Value + TRow.Value) * resultRow + CacheLine);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TRow>(ref T left, nint offset, V wa, V wb, ref V a, ref V b)
        where TRow : struct, IConstant
    {
        if (TRow.Value >= TRows.Value)
            return;
        if (TVectors.Value == 1)
        {
            V.AccumulateBroadcast(ref a, ref Unsafe.AddByteOffset(ref left, offset), wa);
            return;
        }

        V x = V.Broadcast(Unsafe.AddByteOffset(ref left, offset));
        V.Accumulate(ref a, x, wa);
        V.Accumulate(ref b, x, wb);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TRow>(V a, V b, ref T result, nint resultRow)
        where TRow : struct, IConstant
    {
        if (TRow.Value >= TRows.Value)
            return;
        V.Store(a, ref Unsafe.AddByteOffset(ref result, TRow.Value * resultRow), 0);
        if (TVectors.Value > 1)
            V.Store(b, ref Unsafe.AddByteOffset(ref result, TRow.Value * resultRow), V.Count);
    }
}
