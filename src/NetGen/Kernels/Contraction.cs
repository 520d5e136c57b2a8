namespace NetGen.Kernels;

/// <summary>Sums of products over an index: the forward pass of a dense layer and both of its gradients.</summary>
public static class Contraction
{
    /// <summary>
    /// <c>result[r, c] = start[c] + Σ left[r · leftRow + k · leftStep] · right[k · rightRow + c]</c> over k below
    /// <paramref name="depth"/>, for r below <paramref name="rows"/> and c below <paramref name="columns"/>.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The bits of a result depend on nothing but its own operands and <paramref name="partialSums"/>: with 1, a sum starts from
    /// <c>start[c]</c> (or 0) and adds its products in order, each with one rounding. With P of them, partial sum p adds the products
    /// with k mod P = p in order; the first starts from <c>start[c]</c>, the others from 0; they join as (p0 + p1) + (p2 + p3).
    /// </para>
    /// <para>
    /// Where a row or two have many zeros, as behind a <c>Relu</c>, their products may be left out. This shows where the other factor is not
    /// finite, whose product with 0 would not be a number, and in the sign of a sum that is −0.
    /// </para>
    /// <para>
    /// Whole vectors are loaded and stored at the last columns: rows of <paramref name="right"/>, <paramref name="start"/> and
    /// <paramref name="result"/> must have room for <paramref name="columns"/> rounded up to a multiple of the lanes.
    /// <paramref name="left"/> is read inside its rows and steps only. The result must not overlap the operands.
    /// </para>
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="V">The vectors to compute with; results are the same for all.</typeparam>
    /// <param name="rows">Rows of the left operand and of the result.</param>
    /// <param name="columns">Columns of the right operand and of the result.</param>
    /// <param name="depth">The number of products in each sum.</param>
    /// <param name="left">The left operand's first element.</param>
    /// <param name="leftRow">Elements from one of its rows to the next.</param>
    /// <param name="leftStep">Elements from one of its columns to the next.</param>
    /// <param name="right">The right operand's first element.</param>
    /// <param name="rightRow">Elements from one of its rows to the next.</param>
    /// <param name="start">What every row starts from, or <see cref="Unsafe.NullRef{T}"/> for zero.</param>
    /// <param name="result">The result's first element.</param>
    /// <param name="resultRow">Elements from one of its rows to the next.</param>
    /// <param name="partialSums">Interleaved partial sums: 1, 2 or 4.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Multiply<T, V>(
        int rows,
        int columns,
        int depth,
        ref readonly T left,
        nint leftRow,
        nint leftStep,
        ref readonly T right,
        nint rightRow,
        ref readonly T start,
        ref T result,
        nint resultRow,
        int partialSums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        if (rows < ContractionTiles.LeastRows)
        {
            ContractionRows.Run<T, V>(
                rows,
                columns,
                depth,
                ref Unsafe.AsRef(in left),
                leftRow * Unsafe.SizeOf<T>(),
                leftStep * Unsafe.SizeOf<T>(),
                ref Unsafe.AsRef(in right),
                rightRow * Unsafe.SizeOf<T>(),
                ref Unsafe.AsRef(in start),
                ref result,
                resultRow * Unsafe.SizeOf<T>(),
                partialSums);
            return;
        }

        MultiplyTiles<T, V>(rows, columns, depth, in left, leftRow, leftStep, in right, rightRow, in start, ref result, resultRow, partialSums);
    }

    /// <summary>A method of its own, so that callers with few rows need not clear the place of the operands.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MultiplyTiles<T, V>(
        int rows, int columns, int depth, ref readonly T left, nint leftRow, nint leftStep, ref readonly T right, nint rightRow, ref readonly T start, ref T result, nint resultRow, int partialSums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        int vectors = (columns + V.Count - 1) / V.Count;
        var operands = new ContractionOperands<T>
        {
            Depth = depth,
            Left = ref Unsafe.AsRef(in left),
            LeftRow = leftRow * Unsafe.SizeOf<T>(),
            LeftStep = leftStep * Unsafe.SizeOf<T>(),
            Right = ref Unsafe.AsRef(in right),
            RightRow = rightRow * Unsafe.SizeOf<T>(),
            Start = ref Unsafe.AsRef(in start),
            Result = ref result,
            ResultRow = resultRow * Unsafe.SizeOf<T>(),
            FetchesResult = ContractionTiles.FetchingPays(depth, rows * resultRow * Unsafe.SizeOf<T>()),
        };
        if (partialSums > 1)
            ContractionPartials.Run<T, V>(ref operands, rows, vectors, partialSums);
        else if (ContractionPanels.Pay(in operands, rows))
            ContractionPanels.Run<T, V>(ref operands, rows, vectors);
        else
            ContractionTiles.Run<T, V>(ref operands, rows, vectors);
    }
}
