namespace NetGen.Kernels;

/// <summary>One row by up to eight vectors with one partial sum: eight sums in registers are what keeps two multiply-adders of four cycles busy.</summary>
/// <remarks>
/// Every multiply-add reads a weight, so that two loads a cycle are the limit: the left row's values come four to a load, which took
/// 64-32 in 155 cycles where it was 174, and 32-10 in 60 where it was 69. Each number of partial sums has a kernel of its own: one for all
/// of them was more than the compiler of .NET 9 inlines, which left lane operations as calls. There 64-32-10 predicted in 328 ns where it
/// takes 62 now, and thirteen layers of 64 in 4.2 us where they take 1.3.
/// </remarks>
internal static class ContractionRow<T, V, TVectors>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : struct, ILanes<T, V>
    where TVectors : struct, IConstant
{
    /// <summary>
    /// Whether four rows of the matrix are read at a time. Where they are more than a kilobyte, it is one: the cache fetches ahead for an
    /// instruction whose next address is near, as a C loop shows that does nothing but load. Measured on Zen 5, 16 lanes: 784-128 in
    /// 3.7 us with four rows of 512 bytes at a time, in 2.4 with one or two, which is what reading alone takes.
    /// </summary>
    private static bool ReadsFourRows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 4 * TVectors.Value * V.Count * Unsafe.SizeOf<T>() <= 1024;
    }

    /// <summary>Computes panels side by side; steps and rows are so many bytes apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run(int panels, int depth, ref T left, nint step, ref T right, nint rightRow, ref T start, ref T result)
    {
        for (nint column = 0; panels > 0; panels--, column += TVectors.Value * V.Count)
        {
            V a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
            if (!Unsafe.IsNullRef(ref start))
                RowSums<T, V, TVectors>.Load(ref Unsafe.Add(ref start, column), ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h);

            ref T x = ref left;
            ref T row = ref Unsafe.Add(ref right, column);
            int rest = depth;
            for (; ReadsFourRows && rest >= 4; rest -= 4)
            {
                LeftValues<T, V>.Four(ref x, step, out V x0, out V x1, out V x2, out V x3);
                row = ref Add(x0, ref row, rightRow, ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h);
                row = ref Add(x1, ref row, rightRow, ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h);
                row = ref Add(x2, ref row, rightRow, ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h);
                row = ref Add(x3, ref row, rightRow, ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h);
                x = ref Unsafe.AddByteOffset(ref x, 4 * step);
            }

            for (; rest > 0; rest--)
            {
                row = ref Add(V.Broadcast(x), ref row, rightRow, ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h);
                x = ref Unsafe.AddByteOffset(ref x, step);
            }

            RowSums<T, V, TVectors>.Store(ref Unsafe.Add(ref result, column), a, b, c, d, e, f, g, h);
        }
    }

    /// <summary>Adds a row's products; returns the next row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T Add(
        V x, ref T row, nint rightRow, scoped ref V a, scoped ref V b, scoped ref V c, scoped ref V d, scoped ref V e, scoped ref V f, scoped ref V g, scoped ref V h)
    {
        RowSums<T, V, TVectors>.Add(x, ref row, ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h);
        return ref Unsafe.AddByteOffset(ref row, rightRow);
    }
}
