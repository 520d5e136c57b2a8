using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

public readonly partial struct Lanes128<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Uniform(ulong key, nint first) => typeof(T) == typeof(float)
        ? new(Noise.Single128(key, (uint)first).As<float, T>())
        : new(Noise.Double128(key, (uint)first).As<double, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Exp(Lanes128<T> value) => LaneFunctions.Exp<T, Lanes128<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ExpMinusOne(Lanes128<T> value) => LaneFunctions.ExpMinusOne<T, Lanes128<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Log(Lanes128<T> value) => LaneFunctions.Log<T, Lanes128<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> LogOnePlus(Lanes128<T> value) => LaneFunctions.LogOnePlus<T, Lanes128<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Tanh(Lanes128<T> value) => LaneFunctions.Tanh<T, Lanes128<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sigmoid(Lanes128<T> value) => LaneFunctions.Sigmoid<T, Lanes128<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Erf(Lanes128<T> value) => LaneFunctions.Erf<T, Lanes128<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sin(Lanes128<T> value) => LaneFunctions.Sin<T, Lanes128<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Cos(Lanes128<T> value) => LaneFunctions.Cos<T, Lanes128<T>>(value);
}
