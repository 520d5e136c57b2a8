namespace NetGen.Kernels;

/// <remarks>Functions of several numbers at once, in the lanes of one vector: they take the time of one.</remarks>
public abstract partial class KernelScope<T>
{
    /// <summary>Two numbers in one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Lanes256<T> Pack(T e0, T e1) => Pack(e0, e1, T.Zero, T.Zero);

    /// <summary>Three numbers in one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Lanes256<T> Pack(T e0, T e1, T e2) => Pack(e0, e1, e2, T.Zero);

    /// <summary>Four numbers in one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Lanes256<T> Pack(T e0, T e1, T e2, T e3) => Lanes256<T>.Pack(e0, e1, e2, e3);

    /// <summary><c>e^x</c> of each number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected static Lanes256<T> Exp(Lanes256<T> values) => Lanes256<T>.Exp(values);

    /// <summary><c>e^x − 1</c> of each number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected static Lanes256<T> ExpMinusOne(Lanes256<T> values) => Lanes256<T>.ExpMinusOne(values);

    /// <summary>The natural logarithm of each number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected static Lanes256<T> Log(Lanes256<T> values) => Lanes256<T>.Log(values);

    /// <summary><c>log(1 + x)</c> of each number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected static Lanes256<T> LogOnePlus(Lanes256<T> values) => Lanes256<T>.LogOnePlus(values);

    /// <summary>The hyperbolic tangent of each number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected static Lanes256<T> Tanh(Lanes256<T> values) => Lanes256<T>.Tanh(values);

    /// <summary><c>1 / (1 + e^−x)</c> of each number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected static Lanes256<T> Sigmoid(Lanes256<T> values) => Lanes256<T>.Sigmoid(values);

    /// <summary>The error function of each number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected static Lanes256<T> Erf(Lanes256<T> values) => Lanes256<T>.Erf(values);

    /// <summary>The sine of each number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected static Lanes256<T> Sin(Lanes256<T> values) => Lanes256<T>.Sin(values);

    /// <summary>The cosine of each number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected static Lanes256<T> Cos(Lanes256<T> values) => Lanes256<T>.Cos(values);

    /// <summary>As <see cref="Sigmoid(Lanes256{T})"/>, within the caller: for a method that calls few functions, which then keeps its values in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Lanes256<T> SigmoidInline(Lanes256<T> values) => Lanes256<T>.Sigmoid(values);

    /// <summary>As <see cref="Tanh(Lanes256{T})"/>, within the caller: for a method that calls few functions, which then keeps its values in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Lanes256<T> TanhInline(Lanes256<T> values) => Lanes256<T>.Tanh(values);
}
