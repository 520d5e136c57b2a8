using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

public readonly partial struct Lanes512<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Uniform(ulong key, nint first) => typeof(T) == typeof(float)
        ? new(Noise.Single512(key, (uint)first).As<float, T>())
        : new(Noise.Double512(key, (uint)first).As<double, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Exp(Lanes512<T> value) => LaneFunctions.Exp<T, Lanes512<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> ExpMinusOne(Lanes512<T> value) => LaneFunctions.ExpMinusOne<T, Lanes512<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Log(Lanes512<T> value) => LaneFunctions.Log<T, Lanes512<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> LogOnePlus(Lanes512<T> value) => LaneFunctions.LogOnePlus<T, Lanes512<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Tanh(Lanes512<T> value) => LaneFunctions.Tanh<T, Lanes512<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sigmoid(Lanes512<T> value) => LaneFunctions.Sigmoid<T, Lanes512<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Erf(Lanes512<T> value) => LaneFunctions.Erf<T, Lanes512<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sin(Lanes512<T> value) => LaneFunctions.Sin<T, Lanes512<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Cos(Lanes512<T> value) => LaneFunctions.Cos<T, Lanes512<T>>(value);
}
