using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Kernels;

/// <summary>Turns a block over in registers: as many rows as a vector of 256 bits has elements.</summary>
internal static class TransposedBlock
{
    /// <summary>Rows and columns of a block.</summary>
    public static int Size<T>() => Vector256<byte>.Count / Unsafe.SizeOf<T>();

    /// <summary>Copies one block; AVX must be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy<T>(ref T source, nint sourceRow, ref T destination, nint destinationRow)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() == sizeof(float))
            Copy(ref Unsafe.As<T, float>(ref source), sourceRow, ref Unsafe.As<T, float>(ref destination), destinationRow);
        else
            Copy(ref Unsafe.As<T, double>(ref source), sourceRow, ref Unsafe.As<T, double>(ref destination), destinationRow);
    }

    /// <summary>Eight by eight: halves are put together while loading, which leaves two rounds of shuffles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(ref float source, nint sourceRow, ref float destination, nint destinationRow)
    {
        for (nint half = 0; half < 8; half += 4)
        {
            ref float from = ref Unsafe.Add(ref source, half);
            var row0 = Halves(ref from, 0 * sourceRow, 4 * sourceRow);
            var row1 = Halves(ref from, 1 * sourceRow, 5 * sourceRow);
            var row2 = Halves(ref from, 2 * sourceRow, 6 * sourceRow);
            var row3 = Halves(ref from, 3 * sourceRow, 7 * sourceRow);
            var low01 = Avx.UnpackLow(row0, row1);
            var high01 = Avx.UnpackHigh(row0, row1);
            var low23 = Avx.UnpackLow(row2, row3);
            var high23 = Avx.UnpackHigh(row2, row3);
            ref float to = ref Unsafe.Add(ref destination, half * destinationRow);
            Avx.Shuffle(low01, low23, 0b01_00_01_00).StoreUnsafe(ref to);
            Avx.Shuffle(low01, low23, 0b11_10_11_10).StoreUnsafe(ref Unsafe.Add(ref to, destinationRow));
            Avx.Shuffle(high01, high23, 0b01_00_01_00).StoreUnsafe(ref Unsafe.Add(ref to, 2 * destinationRow));
            Avx.Shuffle(high01, high23, 0b11_10_11_10).StoreUnsafe(ref Unsafe.Add(ref to, 3 * destinationRow));
        }
    }

    /// <summary>Four by four, in the same way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(ref double source, nint sourceRow, ref double destination, nint destinationRow)
    {
        for (nint half = 0; half < 4; half += 2)
        {
            ref double from = ref Unsafe.Add(ref source, half);
            var row0 = Halves(ref from, 0 * sourceRow, 2 * sourceRow);
            var row1 = Halves(ref from, 1 * sourceRow, 3 * sourceRow);
            ref double to = ref Unsafe.Add(ref destination, half * destinationRow);
            Avx.UnpackLow(row0, row1).StoreUnsafe(ref to);
            Avx.UnpackHigh(row0, row1).StoreUnsafe(ref Unsafe.Add(ref to, destinationRow));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Halves<T>(ref T source, nint lower, nint upper) =>
        Vector256.Create(
            Vector128.LoadUnsafe(ref Unsafe.Add(ref source, lower)),
            Vector128.LoadUnsafe(ref Unsafe.Add(ref source, upper)));
}
