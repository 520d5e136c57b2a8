namespace NetGen.Kernels;

/// <summary>
/// Tiles of up to three rows whose sums are kept as interleaved partial sums, all in registers until they are joined: two of one or
/// two vectors, or four of one vector. Slot j of a row is vector j mod TVectors of partial sum j / TVectors.
/// </summary>
internal static class ContractionPartialTile<T, V, TRows, TVectors, TSums>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : struct, ILanes<T, V>
    where TRows : struct, IConstant
    where TVectors : struct, IConstant
    where TSums : struct, IConstant
{
    /// <summary>Computes tiles below each other, and panels of them side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run(ref readonly ContractionOperands<T> operands, int tiles, int panels)
    {
        nint row = operands.LeftRow;
        nint step = operands.LeftStep;
        nint rightRow = operands.RightRow;
        for (nint column = 0; panels > 0; panels--, column += TVectors.Value * V.Count)
        {
            ref T top = ref operands.Left;
            ref T result = ref Unsafe.Add(ref operands.Result, column);
            for (int tile = 0; tile < tiles; tile++)
            {
                V a0 = default, a1 = default, a2 = default, a3 = default;
                V b0 = default, b1 = default, b2 = default, b3 = default;
                V c0 = default, c1 = default, c2 = default, c3 = default;
                if (!Unsafe.IsNullRef(ref operands.Start))
                {
                    ref T start = ref Unsafe.Add(ref operands.Start, column);
                    c0 = b0 = a0 = V.Load(ref start, 0);
                    if (TVectors.Value > 1)
                        c1 = b1 = a1 = V.Load(ref start, V.Count);
                }

                ref T left = ref top;
                ref T right = ref Unsafe.Add(ref operands.Right, column);
                int rest = operands.Depth;
                for (; rest >= TSums.Value; rest -= TSums.Value)
                {
                    AddRows(ref left, row, ref right, ref a0, ref a1, ref b0, ref b1, ref c0, ref c1);
                    if (TSums.Value == 2)
                    {
                        AddRows(ref Unsafe.AddByteOffset(ref left, step), row, ref Unsafe.AddByteOffset(ref right, rightRow), ref a2, ref a3, ref b2, ref b3, ref c2, ref c3);
                    }
                    else
                    {
                        AddRows(ref Unsafe.AddByteOffset(ref left, step), row, ref Unsafe.AddByteOffset(ref right, rightRow), ref a1, ref a1, ref b1, ref b1, ref c1, ref c1);
                        AddRows(ref Unsafe.AddByteOffset(ref left, 2 * step), row, ref Unsafe.AddByteOffset(ref right, 2 * rightRow), ref a2, ref a2, ref b2, ref b2, ref c2, ref c2);
                        AddRows(ref Unsafe.AddByteOffset(ref left, 3 * step), row, ref Unsafe.AddByteOffset(ref right, 3 * rightRow), ref a3, ref a3, ref b3, ref b3, ref c3, ref c3);
                    }

                    left = ref Unsafe.AddByteOffset(ref left, TSums.Value * step);
                    right = ref Unsafe.AddByteOffset(ref right, TSums.Value * rightRow);
                }

                // Fewer products than partial sums are left: the first partial sums take one each.
                if (rest > 0)
                    AddRows(ref left, row, ref right, ref a0, ref a1, ref b0, ref b1, ref c0, ref c1);
                if (TSums.Value == 4 && rest > 1)
                    AddRows(ref Unsafe.AddByteOffset(ref left, step), row, ref Unsafe.AddByteOffset(ref right, rightRow), ref a1, ref a1, ref b1, ref b1, ref c1, ref c1);
                if (TSums.Value == 4 && rest > 2)
                    AddRows(ref Unsafe.AddByteOffset(ref left, 2 * step), row, ref Unsafe.AddByteOffset(ref right, 2 * rightRow), ref a2, ref a2, ref b2, ref b2, ref c2, ref c2);

                Join(a0, a1, a2, a3, ref result);
                if (TRows.Value > 1)
                    Join(b0, b1, b2, b3, ref Unsafe.AddByteOffset(ref result, operands.ResultRow));
                if (TRows.Value > 2)
                    Join(c0, c1, c2, c3, ref Unsafe.AddByteOffset(ref result, 2 * operands.ResultRow));
                top = ref Unsafe.AddByteOffset(ref top, TRows.Value * row);
                result = ref Unsafe.AddByteOffset(ref result, TRows.Value * operands.ResultRow);
            }
        }
    }

    /// <summary>Adds one product to each row's sums: the first vector's, and the second's where there are two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRows(ref T left, nint row, ref T right, ref V a0, ref V a1, ref V b0, ref V b1, ref V c0, ref V c1)
    {
        V w0 = V.Load(ref right, 0);
        V w1 = TVectors.Value > 1 ? V.Load(ref right, V.Count) : default;
        Add(ref left, w0, w1, ref a0, ref a1);
        if (TRows.Value > 1)
            Add(ref Unsafe.AddByteOffset(ref left, row), w0, w1, ref b0, ref b1);
        if (TRows.Value > 2)
            Add(ref Unsafe.AddByteOffset(ref left, 2 * row), w0, w1, ref c0, ref c1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref T left, V w0, V w1, ref V sum0, ref V sum1)
    {
        if (TVectors.Value == 1)
        {
            V.AccumulateBroadcast(ref sum0, ref left, w0);
            return;
        }

        V x = V.Broadcast(left);
        V.Accumulate(ref sum0, x, w0);
        V.Accumulate(ref sum1, x, w1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Join(V s0, V s1, V s2, V s3, ref T result)
    {
        if (TSums.Value == 4)
        {
            V.Store((s0 + s1) + (s2 + s3), ref result, 0);
        }
        else if (TVectors.Value > 1)
        {
            V.Store(s0 + s2, ref result, 0);
            V.Store(s1 + s3, ref result, V.Count);
        }
        else
        {
            V.Store(s0 + s2, ref result, 0);
        }
    }
}
