namespace NetGen.Kernels;

/// <summary>
/// One row by a matrix that the first cache does not hold: eight rows of the matrix at a time, from their first column to their last, so
/// that memory is read in order.
/// </summary>
/// <remarks>
/// Panels of columns keep their sums in registers (<see cref="ContractionRow{T, V, TVectors}"/>) but jump from row to row: the
/// cache does not fetch ahead of that, and in a large matrix every jump is another page. Here sums pass through memory once in eight
/// products, without rounding. Measured with 8 lanes, in microseconds, and what reading the matrix takes alone: 2048-2048 728 to 305 (303),
/// 784-128 5.1 to 4.7 (4.4), 784-100 4.5 to 3.9 (3.6), 784-512 25.5 to 25.1 (21.5); within the first cache 64-128 0.22 to 0.24.
/// </remarks>
internal static class ContractionStream<T, V>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : struct, ILanes<T, V>
{
    private const int FirstCache = 32 * 1024;
    private const int RowsTogether = 8;
    private const int VectorsTogether = 4;

    /// <summary>Whether a matrix of so many bytes, which panels would read piece by piece, is better read in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Pays(int panels, nint bytes) => panels > 1 && bytes > FirstCache;

    /// <summary>Computes the result with one partial sum; steps and rows are so many bytes apart.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run(int vectors, int depth, ref T left, nint step, ref T right, nint rightRow, ref T start, ref T result)
    {
        for (nint i = 0; i < (nint)vectors * V.Count; i += V.Count)
            V.Store(Unsafe.IsNullRef(ref start) ? default : V.Load(ref start, i), ref result, i);
        for (; depth >= RowsTogether; depth -= RowsTogether)
        {
            AddRows(vectors, ref left, step, ref right, rightRow, ref result);
            left = ref Unsafe.AddByteOffset(ref left, RowsTogether * step);
            right = ref Unsafe.AddByteOffset(ref right, RowsTogether * rightRow);
        }

        for (; depth > 0; depth--)
        {
            AddRow(vectors, left, ref right, ref result);
            left = ref Unsafe.AddByteOffset(ref left, step);
            right = ref Unsafe.AddByteOffset(ref right, rightRow);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void AddRows(int vectors, ref T left, nint step, ref T right, nint rightRow, ref T sums)
    {
        ref T left4 = ref Unsafe.AddByteOffset(ref left, 4 * step);
        V x0 = V.Broadcast(left), x1 = V.Broadcast(Unsafe.AddByteOffset(ref left, step));
        V x2 = V.Broadcast(Unsafe.AddByteOffset(ref left, 2 * step)), x3 = V.Broadcast(Unsafe.AddByteOffset(ref left, 3 * step));
        V x4 = V.Broadcast(left4), x5 = V.Broadcast(Unsafe.AddByteOffset(ref left4, step));
        V x6 = V.Broadcast(Unsafe.AddByteOffset(ref left4, 2 * step)), x7 = V.Broadcast(Unsafe.AddByteOffset(ref left4, 3 * step));
        for (; vectors >= VectorsTogether; vectors -= VectorsTogether)
        {
            V a = V.Load(ref sums, 0), b = V.Load(ref sums, V.Count), c = V.Load(ref sums, 2 * V.Count), d = V.Load(ref sums, 3 * V.Count);
            ref T row = ref right;
            row = ref Add(x0, ref row, rightRow, ref a, ref b, ref c, ref d);
            row = ref Add(x1, ref row, rightRow, ref a, ref b, ref c, ref d);
            row = ref Add(x2, ref row, rightRow, ref a, ref b, ref c, ref d);
            row = ref Add(x3, ref row, rightRow, ref a, ref b, ref c, ref d);
            row = ref Add(x4, ref row, rightRow, ref a, ref b, ref c, ref d);
            row = ref Add(x5, ref row, rightRow, ref a, ref b, ref c, ref d);
            row = ref Add(x6, ref row, rightRow, ref a, ref b, ref c, ref d);
            row = ref Add(x7, ref row, rightRow, ref a, ref b, ref c, ref d);
            V.Store(a, ref sums, 0);
            V.Store(b, ref sums, V.Count);
            V.Store(c, ref sums, 2 * V.Count);
            V.Store(d, ref sums, 3 * V.Count);
            right = ref Unsafe.Add(ref right, VectorsTogether * V.Count);
            sums = ref Unsafe.Add(ref sums, VectorsTogether * V.Count);
        }

        for (; vectors > 0; vectors--)
        {
            V sum = V.Load(ref sums, 0);
            ref T row = ref right;
            row = ref Add(x0, ref row, rightRow, ref sum);
            row = ref Add(x1, ref row, rightRow, ref sum);
            row = ref Add(x2, ref row, rightRow, ref sum);
            row = ref Add(x3, ref row, rightRow, ref sum);
            row = ref Add(x4, ref row, rightRow, ref sum);
            row = ref Add(x5, ref row, rightRow, ref sum);
            row = ref Add(x6, ref row, rightRow, ref sum);
            row = ref Add(x7, ref row, rightRow, ref sum);
            V.Store(sum, ref sums, 0);
            right = ref Unsafe.Add(ref right, V.Count);
            sums = ref Unsafe.Add(ref sums, V.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void AddRow(int vectors, T left, ref T right, ref T sums)
    {
        V x = V.Broadcast(left);
        for (nint i = 0; i < (nint)vectors * V.Count; i += V.Count)
        {
            V sum = V.Load(ref sums, i);
            V.Accumulate(ref sum, x, ref right, i);
            V.Store(sum, ref sums, i);
        }
    }

    /// <summary>Adds a row's products to four sums; returns the next row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T Add(V x, ref T row, nint rowBytes, scoped ref V a, scoped ref V b, scoped ref V c, scoped ref V d)
    {
        V.Accumulate(ref a, x, ref row, 0);
        V.Accumulate(ref b, x, ref row, V.Count);
        V.Accumulate(ref c, x, ref row, 2 * V.Count);
        V.Accumulate(ref d, x, ref row, 3 * V.Count);
        return ref Unsafe.AddByteOffset(ref row, rowBytes);
    }

    /// <summary>Adds a row's product to one sum; returns the next row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T Add(V x, ref T row, nint rowBytes, scoped ref V sum)
    {
        V.Accumulate(ref sum, x, ref row, 0);
        return ref Unsafe.AddByteOffset(ref row, rowBytes);
    }
}
