using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <remarks>128 bits are in hardware wherever there are vectors at all, and hold four floats or two doubles.</remarks>
public readonly partial struct Lanes128<T>
{
    /// <summary>The first two numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Deconstruct(out T e0, out T e1) => (e0, e1) = (value[0], value[1]);

    /// <summary>The first three of four numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Deconstruct(out T e0, out T e1, out T e2) => (e0, e1, e2) = (value[0], value[1], value[2]);

    /// <summary>Four numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Deconstruct(out T e0, out T e1, out T e2, out T e3) => (e0, e1, e2, e3) = (value[0], value[1], value[2], value[3]);

    /// <summary>Two numbers in the first lanes; zeros behind them, where there are more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes128<T> Pack(T e0, T e1) => typeof(T) == typeof(double)
        ? new(Vector128.Create(Unsafe.BitCast<T, double>(e0), Unsafe.BitCast<T, double>(e1)).As<double, T>())
        : Pack(e0, e1, T.Zero, T.Zero);

    /// <summary>Four numbers, of which there can be four in floats only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes128<T> Pack(T e0, T e1, T e2, T e3) =>
        new(Vector128.Create(Single(e0), Single(e1), Single(e2), Single(e3)).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Single(T element) => Unsafe.BitCast<T, float>(element);
}
