using NetGen.Threading;
using NetGen.Weights;

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

    /// <summary>
    /// As <see cref="Multiply"/>, where <paramref name="right"/> stands in strips of 64 columns: see <see cref="TensorLayout.InStrips"/>.
    /// Each sum has one partial sum.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="V">The vectors to compute with; results are the same for all.</typeparam>
    /// <param name="rows">Rows of the left operand and of the result.</param>
    /// <param name="own">The columns to compute; the first is a multiple of 16, and so is the one behind the last where it is not the end.</param>
    /// <param name="columns">All columns of the right operand.</param>
    /// <param name="depth">The number of products in each sum, all rows of the right operand.</param>
    /// <param name="left">The left operand's first element.</param>
    /// <param name="leftRow">Elements from one of its rows to the next.</param>
    /// <param name="right">The right operand's first element.</param>
    /// <param name="start">What every row starts from, or <see cref="Unsafe.NullRef{T}"/> for zero.</param>
    /// <param name="result">The result's first element.</param>
    /// <param name="resultRow">Elements from one of its rows to the next.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void MultiplyStrips<T, V>(
        int rows, Share own, int columns, int depth, ref readonly T left, nint leftRow, ref T right, ref T start, ref T result, nint resultRow)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        for (int column = own.First, end; column < own.End; column = end)
        {
            int strip = Strip.StartOf(column);
            end = Math.Min(own.End, strip + Strip.Columns);
            Multiply<T, V>(
                rows,
                end - column,
                depth,
                in left,
                leftRow,
                1,
                ref Unsafe.Add(ref right, Strip.PlaceOf(0, column, depth, columns)),
                Strip.StrideAt(strip, columns),
                ref Unsafe.IsNullRef(ref start) ? ref start : ref Unsafe.Add(ref start, column),
                ref Unsafe.Add(ref result, column),
                resultRow,
                partialSums: 1);
        }
    }

    /// <summary>As <see cref="Multiply"/>, of a transposed left operand and into strips of 64 columns: a wide matrix's gradient.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="V">The vectors to compute with; results are the same for all.</typeparam>
    /// <param name="ownRows">The rows to compute.</param>
    /// <param name="rows">All rows of the result.</param>
    /// <param name="ownColumns">The columns to compute, as in <see cref="MultiplyStrips"/>.</param>
    /// <param name="columns">All columns of the right operand and of the result.</param>
    /// <param name="depth">The number of products in each sum.</param>
    /// <param name="left">The left operand's first element: its rows are neighbours.</param>
    /// <param name="leftStep">Elements from one of its columns to the next.</param>
    /// <param name="right">The right operand's first element.</param>
    /// <param name="rightRow">Elements from one of its rows to the next.</param>
    /// <param name="result">The result's first element.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void MultiplyIntoStrips<T, V>(
        Share ownRows, int rows, Share ownColumns, int columns, int depth, ref T left, nint leftStep, ref T right, nint rightRow, ref T result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        for (int column = ownColumns.First, end; column < ownColumns.End; column = end)
        {
            int strip = Strip.StartOf(column);
            end = Math.Min(ownColumns.End, strip + Strip.Columns);
            Multiply<T, V>(
                ownRows.Count,
                end - column,
                depth,
                ref Unsafe.Add(ref left, ownRows.First),
                1,
                leftStep,
                ref Unsafe.Add(ref right, column),
                rightRow,
                ref Unsafe.NullRef<T>(),
                ref Unsafe.Add(ref result, Strip.PlaceOf(ownRows.First, column, rows, columns)),
                Strip.StrideAt(strip, columns),
                partialSums: 1);
        }
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
