using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

public readonly partial struct Lanes256<T>
{
    /// <summary>Two of four numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Deconstruct(out T e0, out T e1) => (e0, e1) = (value[0], value[1]);

    /// <summary>Three of four numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Deconstruct(out T e0, out T e1, out T e2) => (e0, e1, e2) = (value[0], value[1], value[2]);

    /// <summary>The first four numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Deconstruct(out T e0, out T e1, out T e2, out T e3) => (e0, e1, e2, e3) = (value[0], value[1], value[2], value[3]);

    /// <summary>Four numbers in the first lanes; zeros behind them, where there are more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes256<T> Pack(T e0, T e1, T e2, T e3) => typeof(T) == typeof(float)
        ? new(Vector128.Create(Single(e0), Single(e1), Single(e2), Single(e3)).ToVector256().As<float, T>())
        : new(Vector256.Create(Double(e0), Double(e1), Double(e2), Double(e3)).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Single(T element) => Unsafe.BitCast<T, float>(element);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Double(T element) => Unsafe.BitCast<T, double>(element);
}
