namespace NetGen.Kernels;

/// <summary>
/// What generated kernels stand in: short names for the pieces that they are made of, and element functions that agree with
/// those of lanes to the bit.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
public abstract partial class KernelScope<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Methods stay methods of their own.</summary>
    protected const MethodImplOptions NotInlined = MethodImplOptions.NoInlining;

    /// <summary>The element at an offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T At(ref T start, nint offset) => ref Unsafe.Add(ref start, offset);

    /// <summary>The first element of memory on the stack.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static ref T First(Span<T> memory) => ref MemoryMarshal.GetReference(memory);

    /// <inheritdoc cref="Scratch.Slack"/>
    protected const int Slack = Scratch.Slack;

    /// <inheritdoc cref="Scratch.Align"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static ref T Align(Span<T> stack) => ref Scratch.Align(stack);

    /// <summary><c>left · right + addend</c>, rounded once where the hardware can. As of a lane, without its structure: the JIT counts locals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T MultiplyAdd(T left, T right, T addend) =>
        Hardware.FusesMultiplyAdd ? T.FusedMultiplyAdd(left, right, addend) : (left * right) + addend;

    /// <summary>The larger: a NaN on the left survives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Max(T left, T right) => right > left ? right : left;

    /// <summary>The smaller: a NaN on the left survives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Min(T left, T right) => right < left ? right : left;

    /// <summary>The magnitude.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Abs(T value) => T.Abs(value);

    /// <summary>The square root.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Sqrt(T value) => T.Sqrt(value);

    /// <summary>The value, or 0 where it is subnormal or −0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T FlushSubnormal(T value) => T.IsZero(value) || T.IsSubnormal(value) ? T.Zero : value;

    /// <summary><c>e^x</c></summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Exp(T value) => ScalarFunctions<T>.Exp(value);

    /// <summary><c>e^x − 1</c></summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T ExpMinusOne(T value) => ScalarFunctions<T>.ExpMinusOne(value);

    /// <summary>The natural logarithm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Log(T value) => ScalarFunctions<T>.Log(value);

    /// <summary><c>log(1 + x)</c></summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T LogOnePlus(T value) => ScalarFunctions<T>.LogOnePlus(value);

    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Tanh(T value) => ScalarFunctions<T>.Tanh(value);

    /// <summary><c>1 / (1 + e^−x)</c></summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Sigmoid(T value) => ScalarFunctions<T>.Sigmoid(value);

    /// <summary>As <see cref="Sigmoid(T)"/>, within the caller: for a method that calls few functions, which then keeps its values in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T SigmoidInline(T value) => Lanes128<T>.Sigmoid(Lanes128<T>.OfFirst(value)).First;

    /// <summary>As <see cref="Tanh(T)"/>, within the caller: for a method that calls few functions, which then keeps its values in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T TanhInline(T value) => Lanes128<T>.Tanh(Lanes128<T>.OfFirst(value)).First;

    /// <summary>The error function.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Erf(T value) => ScalarFunctions<T>.Erf(value);

    /// <summary>The sine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Sin(T value) => ScalarFunctions<T>.Sin(value);

    /// <summary>The cosine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static T Cos(T value) => ScalarFunctions<T>.Cos(value);
}
