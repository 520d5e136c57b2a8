namespace NetGen.Kernels;

/// <summary>One row by five to eight vectors, of which four rows are more than a kilobyte: one row of the matrix at a time.</summary>
/// <remarks>
/// The cache fetches ahead for an instruction whose next address is near, as a C loop shows that does nothing but load. Measured on
/// Zen 5, 16 lanes: 784-128 in 3.7 us with four rows of 512 bytes at a time, in 2.4 with one or two, which is what reading alone takes.
/// </remarks>
internal static class ContractionWideRow<T, V, TVectors>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : struct, ILanes<T, V>
    where TVectors : struct, IConstant
{
    /// <summary>Computes panels side by side with one partial sum; steps and rows are so many bytes apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run(int panels, int depth, ref T left, nint step, ref T right, nint rightRow, ref T start, ref T result)
    {
        for (nint column = 0; panels > 0; panels--, column += TVectors.Value * V.Count)
        {
            V a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
            if (!Unsafe.IsNullRef(ref start))
            {
                ref T starts = ref Unsafe.Add(ref start, column);
                a = V.Load(ref starts, 0);
                b = V.Load(ref starts, V.Count);
                c = V.Load(ref starts, 2 * V.Count);
                d = V.Load(ref starts, 3 * V.Count);
                e = V.Load(ref starts, 4 * V.Count);
                if (TVectors.Value > 5)
                    f = V.Load(ref starts, 5 * V.Count);
                if (TVectors.Value > 6)
                    g = V.Load(ref starts, 6 * V.Count);
                if (TVectors.Value > 7)
                    h = V.Load(ref starts, 7 * V.Count);
            }

            ref T x = ref left;
            ref T row = ref Unsafe.Add(ref right, column);
            for (int k = 0; k < depth; k++)
            {
                V factor = V.Broadcast(x);
                V.Accumulate(ref a, factor, ref row, 0);
                V.Accumulate(ref b, factor, ref row, V.Count);
                V.Accumulate(ref c, factor, ref row, 2 * V.Count);
                V.Accumulate(ref d, factor, ref row, 3 * V.Count);
                V.Accumulate(ref e, factor, ref row, 4 * V.Count);
                if (TVectors.Value > 5)
                    V.Accumulate(ref f, factor, ref row, 5 * V.Count);
                if (TVectors.Value > 6)
                    V.Accumulate(ref g, factor, ref row, 6 * V.Count);
                if (TVectors.Value > 7)
                    V.Accumulate(ref h, factor, ref row, 7 * V.Count);
                x = ref Unsafe.AddByteOffset(ref x, step);
                row = ref Unsafe.AddByteOffset(ref row, rightRow);
            }

            ref T sums = ref Unsafe.Add(ref result, column);
            V.Store(a, ref sums, 0);
            V.Store(b, ref sums, V.Count);
            V.Store(c, ref sums, 2 * V.Count);
            V.Store(d, ref sums, 3 * V.Count);
            V.Store(e, ref sums, 4 * V.Count);
            if (TVectors.Value > 5)
                V.Store(f, ref sums, 5 * V.Count);
            if (TVectors.Value > 6)
                V.Store(g, ref sums, 6 * V.Count);
            if (TVectors.Value > 7)
                V.Store(h, ref sums, 7 * V.Count);
        }
    }
}
