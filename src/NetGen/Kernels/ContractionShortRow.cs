namespace NetGen.Kernels;

/// <summary>One row of few columns and few products, computed within the caller, where a call would take as long as the sums.</summary>
/// <remarks>
/// Few instructions are what counts here: the whole of 4-16-3, one sample, went from 28 to 21 ns (16 lanes), and from 43 to 27 at times
/// when the core took fewer of them in a cycle.
/// </remarks>
internal static class ContractionShortRow<T, V>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : struct, ILanes<T, V>
{
    public const int MostProducts = 16;
    public const int MostColumns = 16;

    /// <summary>Computes the result with one partial sum, or with four of as many products; rows of the right operand are so many bytes apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run(int columns, int depth, ref T left, ref T right, nint rightRow, ref T start, ref T result, int partialSums)
    {
        for (nint column = 0; column < columns; column += V.Count)
        {
            V sum = Unsafe.IsNullRef(ref start) ? default : V.Load(ref start, column);
            if (partialSums == 1)
                V.Store(Sum(sum, depth, ref left, ref Unsafe.Add(ref right, column), rightRow), ref result, column);
            else
                V.Store(FourSums(sum, depth, ref left, ref Unsafe.Add(ref right, column), rightRow), ref result, column);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Sum(V sum, int depth, ref T left, ref T right, nint rightRow)
    {
        for (nint k = 0; k < depth; k++)
        {
            V.Accumulate(ref sum, V.Broadcast(Unsafe.Add(ref left, k)), ref right, 0);
            right = ref Unsafe.AddByteOffset(ref right, rightRow);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V FourSums(V sum0, int depth, ref T left, ref T right, nint rightRow)
    {
        V sum1 = default, sum2 = default, sum3 = default;
        for (nint k = 0; k < depth; k += 4)
        {
            V.Accumulate(ref sum0, V.Broadcast(Unsafe.Add(ref left, k)), ref right, 0);
            V.Accumulate(ref sum1, V.Broadcast(Unsafe.Add(ref left, k + 1)), ref Unsafe.AddByteOffset(ref right, rightRow), 0);
            V.Accumulate(ref sum2, V.Broadcast(Unsafe.Add(ref left, k + 2)), ref Unsafe.AddByteOffset(ref right, 2 * rightRow), 0);
            V.Accumulate(ref sum3, V.Broadcast(Unsafe.Add(ref left, k + 3)), ref Unsafe.AddByteOffset(ref right, 3 * rightRow), 0);
            right = ref Unsafe.AddByteOffset(ref right, 4 * rightRow);
        }

        return (sum0 + sum1) + (sum2 + sum3);
    }
}
