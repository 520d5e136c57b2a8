namespace NetGen.Kernels;

public readonly partial struct Lane<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Uniform(ulong key, nint first) => typeof(T) == typeof(float)
        ? new(Unsafe.BitCast<float, T>(Noise.Uniform(key, (uint)first)))
        : new(Unsafe.BitCast<double, T>(Noise.Uniform(key, (uint)first)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Exp(Lane<T> value) => LaneFunctions.Exp<T, Lane<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> ExpMinusOne(Lane<T> value) => LaneFunctions.ExpMinusOne<T, Lane<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Log(Lane<T> value) => LaneFunctions.Log<T, Lane<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> LogOnePlus(Lane<T> value) => LaneFunctions.LogOnePlus<T, Lane<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Tanh(Lane<T> value) => LaneFunctions.Tanh<T, Lane<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Sigmoid(Lane<T> value) => LaneFunctions.Sigmoid<T, Lane<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Erf(Lane<T> value) => LaneFunctions.Erf<T, Lane<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Sin(Lane<T> value) => LaneFunctions.Sin<T, Lane<T>>(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Cos(Lane<T> value) => LaneFunctions.Cos<T, Lane<T>>(value);
}
