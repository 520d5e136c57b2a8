using NetGen.Threading;

namespace NetGen.Kernels;

/// <summary>What generated kernels over vectors stand in: short names for the pieces that they are made of.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="V">The vectors.</typeparam>
public abstract class KernelScope<T, V> : KernelScope<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : struct, ILanes<T, V>
{
    /// <inheritdoc cref="Contraction.Multiply"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void Contract(
        int rows,
        int columns,
        int depth,
        ref T left,
        nint leftRow,
        nint leftStep,
        ref T right,
        nint rightRow,
        ref T start,
        ref T result,
        nint resultRow,
        int partialSums) =>
        Contraction.Multiply<T, V>(rows, columns, depth, ref left, leftRow, leftStep, ref right, rightRow, ref start, ref result, resultRow, partialSums);

    /// <summary>What a contraction starts from where there is no bias.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static ref T Zero() => ref Unsafe.NullRef<T>();

    /// <inheritdoc cref="StripContraction.Multiply"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void ContractStrips(int rows, Share own, int columns, int depth, ref T left, nint leftRow, ref T right, ref T start, ref T result, nint resultRow) =>
        StripContraction.Multiply<T, V>(rows, own, columns, depth, ref left, leftRow, ref right, ref start, ref result, resultRow);

    /// <inheritdoc cref="StripContraction.MultiplyInto"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void ContractIntoStrips(
        Share ownRows, int rows, Share ownColumns, int columns, int depth, ref T left, nint leftStep, ref T right, nint rightRow, ref T result) =>
        StripContraction.MultiplyInto<T, V>(ownRows, rows, ownColumns, columns, depth, ref left, leftStep, ref right, rightRow, ref result);

    /// <summary>All of some number of rows or columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Share All(int count) => Share.Of(count);

    /// <summary>Copies a matrix with its axes exchanged.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void Transpose(int rows, int columns, ref T source, nint sourceRow, ref T destination, nint destinationRow) =>
        Transposition.Copy<T, V>(rows, columns, ref source, sourceRow, ref destination, destinationRow);

    /// <inheritdoc cref="StripTransposition.Copy"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void TransposeStrips(Share ownRows, int rows, Share ownColumns, int columns, ref T source, ref T destination) =>
        StripTransposition.Copy<T, V>(ownRows, rows, ownColumns, columns, ref source, ref destination);

    /// <inheritdoc cref="RowBlock.Read"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void ReadColumns(nint rows, int columns, ref T source, nint sourceRow, ref T turned) =>
        RowBlock.Read<T, V>(rows, columns, ref source, sourceRow, ref turned);

    /// <inheritdoc cref="RowBlock.Write"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void WriteColumns(nint rows, int columns, ref T turned, ref T destination, nint destinationRow) =>
        RowBlock.Write<T, V>(rows, columns, ref turned, ref destination, destinationRow);

    /// <inheritdoc cref="LaneMask.StoreBelow"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void StoreBelow(V value, ref T destination, nint first, nint end) =>
        LaneMask.StoreBelow(value, ref destination, first, end);

    /// <summary>The sum of 16 logical lanes in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T SumOfLanes(ref T partial) =>
        Reduction.Sum(ref partial);

    /// <summary>The largest of 16 logical lanes in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T MaxOfLanes(ref T partial) =>
        Reduction.Max(ref partial);

    /// <summary>A mask: all bits set in the lanes of elements <paramref name="first"/>, first + 1, … that lie below <paramref name="end"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static V Below(nint first, nint end) =>
        LaneMask.Below<T, V>(first, end);
}
