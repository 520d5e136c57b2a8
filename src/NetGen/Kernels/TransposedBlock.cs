using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Kernels;

/// <summary>Turns a block over in registers: as many rows as a vector of 256 bits has elements.</summary>
internal static class TransposedBlock
{
    /// <summary>Rows and columns of a block.</summary>
    public static int Size<T>() => Vector256<byte>.Count / Unsafe.SizeOf<T>();

    /// <summary>Columns of half a block, those of a vector of 128 bits.</summary>
    public static int Half<T>() => Vector128<byte>.Count / Unsafe.SizeOf<T>();

    /// <summary>Copies one block; AVX must be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy<T>(ref T source, nint sourceRow, ref T destination, nint destinationRow)
        where T : unmanaged
    {
        CopyHalf(ref source, sourceRow, ref destination, destinationRow);
        CopyHalf(ref Unsafe.Add(ref source, Half<T>()), sourceRow, ref Unsafe.Add(ref destination, Half<T>() * destinationRow), destinationRow);
    }

    /// <summary>Copies all rows of half the columns of a block into half as many rows; AVX must be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyHalf<T>(ref T source, nint sourceRow, ref T destination, nint destinationRow)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() == sizeof(float))
            CopyHalf(ref Unsafe.As<T, float>(ref source), sourceRow, ref Unsafe.As<T, float>(ref destination), destinationRow);
        else
            CopyHalf(ref Unsafe.As<T, double>(ref source), sourceRow, ref Unsafe.As<T, double>(ref destination), destinationRow);
    }

    /// <summary>Copies half the rows of a block into half the columns of all its rows, as <see cref="CopyHalf{T}"/> backwards; AVX must be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyBack<T>(ref T source, nint sourceRow, ref T destination, nint destinationRow)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() == sizeof(float))
            CopyBack(ref Unsafe.As<T, float>(ref source), sourceRow, ref Unsafe.As<T, float>(ref destination), destinationRow);
        else
            CopyBack(ref Unsafe.As<T, double>(ref source), sourceRow, ref Unsafe.As<T, double>(ref destination), destinationRow);
    }

    /// <summary>Eight by four: halves are put together while loading, which leaves two rounds of shuffles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyHalf(ref float source, nint sourceRow, ref float destination, nint destinationRow)
    {
        var row0 = Halves(ref source, 0 * sourceRow, 4 * sourceRow);
        var row1 = Halves(ref source, 1 * sourceRow, 5 * sourceRow);
        var row2 = Halves(ref source, 2 * sourceRow, 6 * sourceRow);
        var row3 = Halves(ref source, 3 * sourceRow, 7 * sourceRow);
        var (column0, column1, column2, column3) = Turn(row0, row1, row2, row3);
        column0.StoreUnsafe(ref destination);
        column1.StoreUnsafe(ref Unsafe.Add(ref destination, destinationRow));
        column2.StoreUnsafe(ref Unsafe.Add(ref destination, 2 * destinationRow));
        column3.StoreUnsafe(ref Unsafe.Add(ref destination, 3 * destinationRow));
    }

    /// <summary>Four by eight: halves are taken apart while storing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyBack(ref float source, nint sourceRow, ref float destination, nint destinationRow)
    {
        var column0 = Vector256.LoadUnsafe(ref source);
        var column1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, sourceRow));
        var column2 = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, 2 * sourceRow));
        var column3 = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, 3 * sourceRow));
        var (row0, row1, row2, row3) = Turn(column0, column1, column2, column3);
        StoreHalves(row0, ref destination, 0 * destinationRow, 4 * destinationRow);
        StoreHalves(row1, ref destination, 1 * destinationRow, 5 * destinationRow);
        StoreHalves(row2, ref destination, 2 * destinationRow, 6 * destinationRow);
        StoreHalves(row3, ref destination, 3 * destinationRow, 7 * destinationRow);
    }

    /// <summary>Turns over the lower and the upper four by four, each within its half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Row0, Vector256<float> Row1, Vector256<float> Row2, Vector256<float> Row3) Turn(
        Vector256<float> row0, Vector256<float> row1, Vector256<float> row2, Vector256<float> row3)
    {
        var low01 = Avx.UnpackLow(row0, row1);
        var high01 = Avx.UnpackHigh(row0, row1);
        var low23 = Avx.UnpackLow(row2, row3);
        var high23 = Avx.UnpackHigh(row2, row3);
        return (
            Avx.Shuffle(low01, low23, 0b01_00_01_00),
            Avx.Shuffle(low01, low23, 0b11_10_11_10),
            Avx.Shuffle(high01, high23, 0b01_00_01_00),
            Avx.Shuffle(high01, high23, 0b11_10_11_10));
    }

    /// <summary>Four by two, in the same way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyHalf(ref double source, nint sourceRow, ref double destination, nint destinationRow)
    {
        var row0 = Halves(ref source, 0 * sourceRow, 2 * sourceRow);
        var row1 = Halves(ref source, 1 * sourceRow, 3 * sourceRow);
        Avx.UnpackLow(row0, row1).StoreUnsafe(ref destination);
        Avx.UnpackHigh(row0, row1).StoreUnsafe(ref Unsafe.Add(ref destination, destinationRow));
    }

    /// <summary>Two by four, in the same way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyBack(ref double source, nint sourceRow, ref double destination, nint destinationRow)
    {
        var column0 = Vector256.LoadUnsafe(ref source);
        var column1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, sourceRow));
        StoreHalves(Avx.UnpackLow(column0, column1), ref destination, 0 * destinationRow, 2 * destinationRow);
        StoreHalves(Avx.UnpackHigh(column0, column1), ref destination, 1 * destinationRow, 3 * destinationRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Halves<T>(ref T source, nint lower, nint upper) =>
        Vector256.Create(
            Vector128.LoadUnsafe(ref Unsafe.Add(ref source, lower)),
            Vector128.LoadUnsafe(ref Unsafe.Add(ref source, upper)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreHalves<T>(Vector256<T> value, ref T destination, nint lower, nint upper)
    {
        value.GetLower().StoreUnsafe(ref Unsafe.Add(ref destination, lower));
        value.GetUpper().StoreUnsafe(ref Unsafe.Add(ref destination, upper));
    }
}
