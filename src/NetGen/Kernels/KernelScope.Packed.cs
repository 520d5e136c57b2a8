namespace NetGen.Kernels;

/// <remarks>Functions of several numbers at once, in the lanes of one vector: they take the time of one.</remarks>
public abstract partial class KernelScope<T>
{
    /// <summary>Two numbers in one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Lanes128<T> Pack(T e0, T e1) => Lanes128<T>.Pack(e0, e1);

    /// <summary>Three floats in one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Lanes128<T> Pack(T e0, T e1, T e2) => Pack(e0, e1, e2, T.Zero);

    /// <summary>Four floats in one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Lanes128<T> Pack(T e0, T e1, T e2, T e3) => Lanes128<T>.Pack(e0, e1, e2, e3);

    /// <summary><c>e^x</c> of each number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected static Lanes128<T> Exp(Lanes128<T> values) => Lanes128<T>.Exp(values);

    /// <summary><c>e^x − 1</c> of each number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected static Lanes128<T> ExpMinusOne(Lanes128<T> values) => Lanes128<T>.ExpMinusOne(values);

    /// <summary>The natural logarithm of each number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected static Lanes128<T> Log(Lanes128<T> values) => Lanes128<T>.Log(values);

    /// <summary><c>log(1 + x)</c> of each number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected static Lanes128<T> LogOnePlus(Lanes128<T> values) => Lanes128<T>.LogOnePlus(values);

    /// <summary>The hyperbolic tangent of each number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected static Lanes128<T> Tanh(Lanes128<T> values) => Lanes128<T>.Tanh(values);

    /// <summary><c>1 / (1 + e^−x)</c> of each number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected static Lanes128<T> Sigmoid(Lanes128<T> values) => Lanes128<T>.Sigmoid(values);

    /// <summary>The error function of each number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected static Lanes128<T> Erf(Lanes128<T> values) => Lanes128<T>.Erf(values);

    /// <summary>The sine of each number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected static Lanes128<T> Sin(Lanes128<T> values) => Lanes128<T>.Sin(values);

    /// <summary>The cosine of each number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected static Lanes128<T> Cos(Lanes128<T> values) => Lanes128<T>.Cos(values);

    /// <summary>As <see cref="Sigmoid(Lanes128{T})"/>, within the caller: for a method that calls few functions, which then keeps its values in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Lanes128<T> SigmoidInline(Lanes128<T> values) => Lanes128<T>.Sigmoid(values);

    /// <summary>As <see cref="Tanh(Lanes128{T})"/>, within the caller: for a method that calls few functions, which then keeps its values in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Lanes128<T> TanhInline(Lanes128<T> values) => Lanes128<T>.Tanh(values);
}
