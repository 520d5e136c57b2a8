using NetGen.Threading;
using NetGen.Weights;

namespace NetGen.Kernels;

/// <summary>Contractions with a wide matrix, which stands in strips of 64 columns, or into one: see <see cref="TensorLayout.InStrips"/>.</summary>
public static class StripContraction
{
    /// <summary>
    /// As <see cref="Contraction.Multiply"/>, where <paramref name="right"/> stands in strips of 64 columns: see <see cref="TensorLayout.InStrips"/>.
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
    public static void Multiply<T, V>(
        int rows, Share own, int columns, int depth, ref readonly T left, nint leftRow, ref T right, ref T start, ref T result, nint resultRow)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        for (int column = own.First, end; column < own.End; column = end)
        {
            end = Strip.EndOf(column, own.End);
            Contraction.Multiply<T, V>(
                rows,
                end - column,
                depth,
                in left,
                leftRow,
                1,
                ref Unsafe.Add(ref right, Strip.PlaceOf(0, column, depth, columns)),
                Strip.StrideAt(column, columns),
                ref Unsafe.IsNullRef(ref start) ? ref start : ref Unsafe.Add(ref start, column),
                ref Unsafe.Add(ref result, column),
                resultRow,
                partialSums: 1);
        }
    }

    /// <summary>As <see cref="Contraction.Multiply"/>, of a transposed left operand and into strips of 64 columns: a wide matrix's gradient.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="V">The vectors to compute with; results are the same for all.</typeparam>
    /// <param name="ownRows">The rows to compute.</param>
    /// <param name="rows">All rows of the result.</param>
    /// <param name="ownColumns">The columns to compute, as in <see cref="Multiply"/>.</param>
    /// <param name="columns">All columns of the right operand and of the result.</param>
    /// <param name="depth">The number of products in each sum.</param>
    /// <param name="left">The left operand's first element: its rows are neighbours.</param>
    /// <param name="leftStep">Elements from one of its columns to the next.</param>
    /// <param name="right">The right operand's first element.</param>
    /// <param name="rightRow">Elements from one of its rows to the next.</param>
    /// <param name="result">The result's first element.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void MultiplyInto<T, V>(
        Share ownRows, int rows, Share ownColumns, int columns, int depth, ref T left, nint leftStep, ref T right, nint rightRow, ref T result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where V : struct, ILanes<T, V>
    {
        for (int column = ownColumns.First, end; column < ownColumns.End; column = end)
        {
            end = Strip.EndOf(column, ownColumns.End);
            Contraction.Multiply<T, V>(
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
                Strip.StrideAt(column, columns),
                partialSums: 1);
        }
    }
}
