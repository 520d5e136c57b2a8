namespace NetGen.Kernels;

/// <summary>One row by up to four vectors with two partial sums: sums <c>a</c> take the even products, sums <c>b</c> the odd ones.</summary>
internal static class ContractionRowOfTwo<T, V, TVectors>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : struct, ILanes<T, V>
    where TVectors : struct, IConstant
{
    /// <summary>Computes panels side by side; steps and rows are so many bytes apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run(int panels, int depth, ref T left, nint step, ref T right, nint rightRow, ref T start, ref T result)
    {
        for (nint column = 0; panels > 0; panels--, column += TVectors.Value * V.Count)
        {
            V a0 = default, a1 = default, a2 = default, a3 = default;
            V b0 = default, b1 = default, b2 = default, b3 = default;
            if (!Unsafe.IsNullRef(ref start))
            {
                ref T starts = ref Unsafe.Add(ref start, column);
                a0 = V.Load(ref starts, 0);
                if (TVectors.Value > 1)
                    a1 = V.Load(ref starts, V.Count);
                if (TVectors.Value > 2)
                    a2 = V.Load(ref starts, 2 * V.Count);
                if (TVectors.Value > 3)
                    a3 = V.Load(ref starts, 3 * V.Count);
            }

            ref T x = ref left;
            ref T row = ref Unsafe.Add(ref right, column);
            int rest = depth;
            for (; rest >= 4; rest -= 4)
            {
                LeftValues<T, V>.Four(ref x, step, out V x0, out V x1, out V x2, out V x3);
                row = ref Add(x0, ref row, rightRow, ref a0, ref a1, ref a2, ref a3);
                row = ref Add(x1, ref row, rightRow, ref b0, ref b1, ref b2, ref b3);
                row = ref Add(x2, ref row, rightRow, ref a0, ref a1, ref a2, ref a3);
                row = ref Add(x3, ref row, rightRow, ref b0, ref b1, ref b2, ref b3);
                x = ref Unsafe.AddByteOffset(ref x, 4 * step);
            }

            // Up to three products are left.
            if (rest > 0)
                row = ref Add(V.Broadcast(x), ref row, rightRow, ref a0, ref a1, ref a2, ref a3);
            if (rest > 1)
                row = ref Add(V.Broadcast(Unsafe.AddByteOffset(ref x, step)), ref row, rightRow, ref b0, ref b1, ref b2, ref b3);
            if (rest > 2)
                Add(V.Broadcast(Unsafe.AddByteOffset(ref x, 2 * step)), ref row, rightRow, ref a0, ref a1, ref a2, ref a3);

            ref T sums = ref Unsafe.Add(ref result, column);
            V.Store(a0 + b0, ref sums, 0);
            if (TVectors.Value > 1)
                V.Store(a1 + b1, ref sums, V.Count);
            if (TVectors.Value > 2)
                V.Store(a2 + b2, ref sums, 2 * V.Count);
            if (TVectors.Value > 3)
                V.Store(a3 + b3, ref sums, 3 * V.Count);
        }
    }

    /// <summary>Adds a row's products to one partial sum; returns the next row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T Add(V x, ref T row, nint rightRow, scoped ref V sum0, scoped ref V sum1, scoped ref V sum2, scoped ref V sum3)
    {
        V.Accumulate(ref sum0, x, ref row, 0);
        if (TVectors.Value > 1)
            V.Accumulate(ref sum1, x, ref row, V.Count);
        if (TVectors.Value > 2)
            V.Accumulate(ref sum2, x, ref row, 2 * V.Count);
        if (TVectors.Value > 3)
            V.Accumulate(ref sum3, x, ref row, 3 * V.Count);
        return ref Unsafe.AddByteOffset(ref row, rightRow);
    }
}
