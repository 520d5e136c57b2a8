namespace NetGen.Kernels;

/// <summary>
/// A tile of up to twelve rows by one or two vectors of columns, held in registers across the whole sum.
/// </summary>
internal static class ContractionTile<T, V, TRows, TVectors>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : struct, ILanes<T, V>
    where TRows : struct, IConstant
    where TVectors : struct, IConstant
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in ContractionOperands<T> operands, int firstRow, int tiles, int firstColumn, int panels)
    {
        nint row = operands.LeftRow;
        for (int panel = 0; panel < panels; panel++)
        {
            nint column = firstColumn + (nint)panel * (TVectors.Value * V.Count);
            for (int tile = 0; tile < tiles; tile++)
            {
                nint top = firstRow + (nint)tile * TRows.Value;
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
                    ref T start = ref Unsafe.Add(ref operands.Start, column);
                    V a = V.Load(ref start, 0);
                    if (TRows.Value > 0) a0 = a;
                    if (TRows.Value > 1) a1 = a;
                    if (TRows.Value > 2) a2 = a;
                    if (TRows.Value > 3) a3 = a;
                    if (TRows.Value > 4) a4 = a;
                    if (TRows.Value > 5) a5 = a;
                    if (TRows.Value > 6) a6 = a;
                    if (TRows.Value > 7) a7 = a;
                    if (TRows.Value > 8) a8 = a;
                    if (TRows.Value > 9) a9 = a;
                    if (TRows.Value > 10) a10 = a;
                    if (TRows.Value > 11) a11 = a;
                    if (TVectors.Value > 1)
                    {
                        V b = V.Load(ref start, V.Count);
                        if (TRows.Value > 0) b0 = b;
                        if (TRows.Value > 1) b1 = b;
                        if (TRows.Value > 2) b2 = b;
                        if (TRows.Value > 3) b3 = b;
                        if (TRows.Value > 4) b4 = b;
                        if (TRows.Value > 5) b5 = b;
                        if (TRows.Value > 6) b6 = b;
                        if (TRows.Value > 7) b7 = b;
                        if (TRows.Value > 8) b8 = b;
                        if (TRows.Value > 9) b9 = b;
                        if (TRows.Value > 10) b10 = b;
                        if (TRows.Value > 11) b11 = b;
                    }
                }

                ref T x0 = ref Unsafe.AddByteOffset(ref operands.Left, top * row);
                ref T x3 = ref Unsafe.AddByteOffset(ref x0, 3 * row);
                ref T x6 = ref Unsafe.AddByteOffset(ref x3, 3 * row);
                ref T x9 = ref Unsafe.AddByteOffset(ref x6, 3 * row);
                ref T w = ref Unsafe.Add(ref operands.Right, column);
                for (int k = operands.Depth; k > 0; k--)
                {
                    V w0 = V.Load(ref w, 0);
                    V w1 = TVectors.Value > 1 ? V.Load(ref w, V.Count) : default;
                    if (TRows.Value > 0)
                    {
                        V x = V.Broadcast(x0);
                        a0 = V.MultiplyAdd(x, w0, a0);
                        if (TVectors.Value > 1) b0 = V.MultiplyAdd(x, w1, b0);
                    }

                    if (TRows.Value > 1)
                    {
                        V x = V.Broadcast(Unsafe.AddByteOffset(ref x0, row));
                        a1 = V.MultiplyAdd(x, w0, a1);
                        if (TVectors.Value > 1) b1 = V.MultiplyAdd(x, w1, b1);
                    }

                    if (TRows.Value > 2)
                    {
                        V x = V.Broadcast(Unsafe.AddByteOffset(ref x0, 2 * row));
                        a2 = V.MultiplyAdd(x, w0, a2);
                        if (TVectors.Value > 1) b2 = V.MultiplyAdd(x, w1, b2);
                    }

                    if (TRows.Value > 3)
                    {
                        V x = V.Broadcast(x3);
                        a3 = V.MultiplyAdd(x, w0, a3);
                        if (TVectors.Value > 1) b3 = V.MultiplyAdd(x, w1, b3);
                    }

                    if (TRows.Value > 4)
                    {
                        V x = V.Broadcast(Unsafe.AddByteOffset(ref x3, row));
                        a4 = V.MultiplyAdd(x, w0, a4);
                        if (TVectors.Value > 1) b4 = V.MultiplyAdd(x, w1, b4);
                    }

                    if (TRows.Value > 5)
                    {
                        V x = V.Broadcast(Unsafe.AddByteOffset(ref x3, 2 * row));
                        a5 = V.MultiplyAdd(x, w0, a5);
                        if (TVectors.Value > 1) b5 = V.MultiplyAdd(x, w1, b5);
                    }

                    if (TRows.Value > 6)
                    {
                        V x = V.Broadcast(x6);
                        a6 = V.MultiplyAdd(x, w0, a6);
                        if (TVectors.Value > 1) b6 = V.MultiplyAdd(x, w1, b6);
                    }

                    if (TRows.Value > 7)
                    {
                        V x = V.Broadcast(Unsafe.AddByteOffset(ref x6, row));
                        a7 = V.MultiplyAdd(x, w0, a7);
                        if (TVectors.Value > 1) b7 = V.MultiplyAdd(x, w1, b7);
                    }

                    if (TRows.Value > 8)
                    {
                        V x = V.Broadcast(Unsafe.AddByteOffset(ref x6, 2 * row));
                        a8 = V.MultiplyAdd(x, w0, a8);
                        if (TVectors.Value > 1) b8 = V.MultiplyAdd(x, w1, b8);
                    }

                    if (TRows.Value > 9)
                    {
                        V x = V.Broadcast(x9);
                        a9 = V.MultiplyAdd(x, w0, a9);
                        if (TVectors.Value > 1) b9 = V.MultiplyAdd(x, w1, b9);
                    }

                    if (TRows.Value > 10)
                    {
                        V x = V.Broadcast(Unsafe.AddByteOffset(ref x9, row));
                        a10 = V.MultiplyAdd(x, w0, a10);
                        if (TVectors.Value > 1) b10 = V.MultiplyAdd(x, w1, b10);
                    }

                    if (TRows.Value > 11)
                    {
                        V x = V.Broadcast(Unsafe.AddByteOffset(ref x9, 2 * row));
                        a11 = V.MultiplyAdd(x, w0, a11);
                        if (TVectors.Value > 1) b11 = V.MultiplyAdd(x, w1, b11);
                    }

                    x0 = ref Unsafe.AddByteOffset(ref x0, operands.LeftStep);
                    if (TRows.Value > 3) x3 = ref Unsafe.AddByteOffset(ref x3, operands.LeftStep);
                    if (TRows.Value > 6) x6 = ref Unsafe.AddByteOffset(ref x6, operands.LeftStep);
                    if (TRows.Value > 9) x9 = ref Unsafe.AddByteOffset(ref x9, operands.LeftStep);
                    w = ref Unsafe.AddByteOffset(ref w, operands.RightRow);
                }

                ref T y = ref Unsafe.Add(ref Unsafe.AddByteOffset(ref operands.Result, top * operands.ResultRow), column);
                if (TRows.Value > 0)
                {
                    V.Store(a0, ref y, 0);
                    if (TVectors.Value > 1) V.Store(b0, ref y, V.Count);
                    y = ref Unsafe.AddByteOffset(ref y, operands.ResultRow);
                }

                if (TRows.Value > 1)
                {
                    V.Store(a1, ref y, 0);
                    if (TVectors.Value > 1) V.Store(b1, ref y, V.Count);
                    y = ref Unsafe.AddByteOffset(ref y, operands.ResultRow);
                }

                if (TRows.Value > 2)
                {
                    V.Store(a2, ref y, 0);
                    if (TVectors.Value > 1) V.Store(b2, ref y, V.Count);
                    y = ref Unsafe.AddByteOffset(ref y, operands.ResultRow);
                }

                if (TRows.Value > 3)
                {
                    V.Store(a3, ref y, 0);
                    if (TVectors.Value > 1) V.Store(b3, ref y, V.Count);
                    y = ref Unsafe.AddByteOffset(ref y, operands.ResultRow);
                }

                if (TRows.Value > 4)
                {
                    V.Store(a4, ref y, 0);
                    if (TVectors.Value > 1) V.Store(b4, ref y, V.Count);
                    y = ref Unsafe.AddByteOffset(ref y, operands.ResultRow);
                }

                if (TRows.Value > 5)
                {
                    V.Store(a5, ref y, 0);
                    if (TVectors.Value > 1) V.Store(b5, ref y, V.Count);
                    y = ref Unsafe.AddByteOffset(ref y, operands.ResultRow);
                }

                if (TRows.Value > 6)
                {
                    V.Store(a6, ref y, 0);
                    if (TVectors.Value > 1) V.Store(b6, ref y, V.Count);
                    y = ref Unsafe.AddByteOffset(ref y, operands.ResultRow);
                }

                if (TRows.Value > 7)
                {
                    V.Store(a7, ref y, 0);
                    if (TVectors.Value > 1) V.Store(b7, ref y, V.Count);
                    y = ref Unsafe.AddByteOffset(ref y, operands.ResultRow);
                }

                if (TRows.Value > 8)
                {
                    V.Store(a8, ref y, 0);
                    if (TVectors.Value > 1) V.Store(b8, ref y, V.Count);
                    y = ref Unsafe.AddByteOffset(ref y, operands.ResultRow);
                }

                if (TRows.Value > 9)
                {
                    V.Store(a9, ref y, 0);
                    if (TVectors.Value > 1) V.Store(b9, ref y, V.Count);
                    y = ref Unsafe.AddByteOffset(ref y, operands.ResultRow);
                }

                if (TRows.Value > 10)
                {
                    V.Store(a10, ref y, 0);
                    if (TVectors.Value > 1) V.Store(b10, ref y, V.Count);
                    y = ref Unsafe.AddByteOffset(ref y, operands.ResultRow);
                }

                if (TRows.Value > 11)
                {
                    V.Store(a11, ref y, 0);
                    if (TVectors.Value > 1) V.Store(b11, ref y, V.Count);
                    y = ref Unsafe.AddByteOffset(ref y, operands.ResultRow);
                }

            }
        }
    }
}
