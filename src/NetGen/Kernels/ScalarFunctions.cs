namespace NetGen.Kernels;

/// <summary>
/// The functions of the lanes for one number. They run in the first lane of a vector, whose choices are blends and not branches,
/// and are methods of their own: several in one method would exhaust what the just-in-time compiler is willing to inline.
/// </summary>
internal static class ScalarFunctions<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc cref="ILanes{T, V}.Exp"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Exp(T value) => Lanes128<T>.Exp(Lanes128<T>.OfFirst(value)).First;

    /// <inheritdoc cref="ILanes{T, V}.ExpMinusOne"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T ExpMinusOne(T value) => Lanes128<T>.ExpMinusOne(Lanes128<T>.OfFirst(value)).First;

    /// <inheritdoc cref="ILanes{T, V}.Log"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Log(T value) => Lanes128<T>.Log(Lanes128<T>.OfFirst(value)).First;

    /// <inheritdoc cref="ILanes{T, V}.LogOnePlus"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T LogOnePlus(T value) => Lanes128<T>.LogOnePlus(Lanes128<T>.OfFirst(value)).First;

    /// <inheritdoc cref="ILanes{T, V}.Tanh"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Tanh(T value) => Lanes128<T>.Tanh(Lanes128<T>.OfFirst(value)).First;

    /// <inheritdoc cref="ILanes{T, V}.Sigmoid"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Sigmoid(T value) => Lanes128<T>.Sigmoid(Lanes128<T>.OfFirst(value)).First;

    /// <inheritdoc cref="ILanes{T, V}.Erf"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Erf(T value) => Lanes128<T>.Erf(Lanes128<T>.OfFirst(value)).First;

    /// <inheritdoc cref="ILanes{T, V}.Sin"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Sin(T value) => Lanes128<T>.Sin(Lanes128<T>.OfFirst(value)).First;

    /// <inheritdoc cref="ILanes{T, V}.Cos"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Cos(T value) => Lanes128<T>.Cos(Lanes128<T>.OfFirst(value)).First;
}
