using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

public readonly partial struct Lanes256<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Uniform(ulong key, nint first) => typeof(T) == typeof(float)
        ? new(Noise.Single256(key, (uint)first).As<float, T>())
        : new(Noise.Double256(key, (uint)first).As<double, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Exp(Lanes256<T> value) => LaneFunctions.Exp<T, Lanes256<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> ExpMinusOne(Lanes256<T> value) => LaneFunctions.ExpMinusOne<T, Lanes256<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Log(Lanes256<T> value) => LaneFunctions.Log<T, Lanes256<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> LogOnePlus(Lanes256<T> value) => LaneFunctions.LogOnePlus<T, Lanes256<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Tanh(Lanes256<T> value) => LaneFunctions.Tanh<T, Lanes256<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sigmoid(Lanes256<T> value) => LaneFunctions.Sigmoid<T, Lanes256<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Erf(Lanes256<T> value) => LaneFunctions.Erf<T, Lanes256<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sin(Lanes256<T> value) => LaneFunctions.Sin<T, Lanes256<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Cos(Lanes256<T> value) => LaneFunctions.Cos<T, Lanes256<T>>(value);
}
