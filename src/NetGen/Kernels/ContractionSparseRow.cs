using System.Numerics;

namespace NetGen.Kernels;

/// <summary>One row by up to eight vectors with one partial sum, where many of its values are 0: rows of the matrix that meet one are not read.</summary>
/// <remarks>
/// To add a product of 0 leaves a sum as it is, but where the other factor is not finite, whose product would not be a number, and where
/// the sum is −0, which would lose its sign.
/// </remarks>
internal static class ContractionSparseRow<T, V, TVectors>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : struct, ILanes<T, V>
    where TVectors : struct, IConstant
{
    /// <summary>Computes panels side by side; the row's values are neighbours, those of the matrix are so many bytes apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run(int panels, int depth, ref T left, ref T right, nint rightRow, ref T start, ref T result)
    {
        for (nint column = 0; panels > 0; panels--, column += TVectors.Value * V.Count)
        {
            V a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
            if (!Unsafe.IsNullRef(ref start))
                RowSums<T, V, TVectors>.Load(ref Unsafe.Add(ref start, column), ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h);

            ref T x = ref left;
            ref T row = ref Unsafe.Add(ref right, column);
            for (int rest = depth; rest > 0; rest -= NonzeroValues.Block)
            {
                for (ulong nonzero = NonzeroValues.Of<T, V>(ref x, rest); nonzero != 0; nonzero &= nonzero - 1)
                {
                    nint k = BitOperations.TrailingZeroCount(nonzero);
                    RowSums<T, V, TVectors>.Add(
                        V.Broadcast(Unsafe.Add(ref x, k)), ref Unsafe.AddByteOffset(ref row, k * rightRow), ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h);
                }

                x = ref Unsafe.Add(ref x, NonzeroValues.Block);
                row = ref Unsafe.AddByteOffset(ref row, NonzeroValues.Block * rightRow);
            }

            RowSums<T, V, TVectors>.Store(ref Unsafe.Add(ref result, column), a, b, c, d, e, f, g, h);
        }
    }
}
