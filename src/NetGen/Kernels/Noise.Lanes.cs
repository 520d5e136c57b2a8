using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

// The same formula on vectors of positions, one for each lane. Double lanes hash half as many positions in half the width.
public static partial class Noise
{
    // An integer below 2^52 in the low bits of this double is the fraction of a number that is larger by 2^52.
    private const double Offset = 4503599627370496.0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> Single128(ulong key, uint first) =>
        Vector128.ConvertToSingle((Bits(key, Vector128.CreateSequence(first, 1u)) >>> UnusedBits).AsInt32()) * Unit;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Single256(ulong key, uint first) =>
        Vector256.ConvertToSingle((Bits(key, Vector256.CreateSequence(first, 1u)) >>> UnusedBits).AsInt32()) * Unit;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Single512(ulong key, uint first) =>
        Vector512.ConvertToSingle((Bits(key, Vector512.CreateSequence(first, 1u)) >>> UnusedBits).AsInt32()) * Unit;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<double> Double128(ulong key, uint first)
    {
        var bits = Vector128.WidenLower(Bits(key, Vector128.CreateSequence(first, 1u)) >>> UnusedBits);
        return ((bits | Vector128.Create(Offset).AsUInt64()).AsDouble() - Vector128.Create(Offset)) * Unit;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> Double256(ulong key, uint first)
    {
        var (lower, upper) = Vector128.Widen(Bits(key, Vector128.CreateSequence(first, 1u)) >>> UnusedBits);
        var bits = Vector256.Create(lower, upper);
        return ((bits | Vector256.Create(Offset).AsUInt64()).AsDouble() - Vector256.Create(Offset)) * Unit;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Double512(ulong key, uint first)
    {
        var (lower, upper) = Vector256.Widen(Bits(key, Vector256.CreateSequence(first, 1u)) >>> UnusedBits);
        var bits = Vector512.Create(lower, upper);
        return ((bits | Vector512.Create(Offset).AsUInt64()).AsDouble() - Vector512.Create(Offset)) * Unit;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Bits(ulong key, Vector128<uint> positions) =>
        Mix(Mix(positions + Vector128.Create((uint)key)) ^ Vector128.Create((uint)(key >> 32)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Bits(ulong key, Vector256<uint> positions) =>
        Mix(Mix(positions + Vector256.Create((uint)key)) ^ Vector256.Create((uint)(key >> 32)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Bits(ulong key, Vector512<uint> positions) =>
        Mix(Mix(positions + Vector512.Create((uint)key)) ^ Vector512.Create((uint)(key >> 32)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Mix(Vector128<uint> bits)
    {
        bits = (bits ^ (bits >>> 16)) * FirstFactor;
        bits = (bits ^ (bits >>> 13)) * SecondFactor;
        return bits ^ (bits >>> 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Mix(Vector256<uint> bits)
    {
        bits = (bits ^ (bits >>> 16)) * FirstFactor;
        bits = (bits ^ (bits >>> 13)) * SecondFactor;
        return bits ^ (bits >>> 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Mix(Vector512<uint> bits)
    {
        bits = (bits ^ (bits >>> 16)) * FirstFactor;
        bits = (bits ^ (bits >>> 13)) * SecondFactor;
        return bits ^ (bits >>> 16);
    }
}
