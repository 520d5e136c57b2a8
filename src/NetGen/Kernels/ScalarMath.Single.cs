namespace NetGen.Kernels;

public static partial class ScalarMath
{
    /// <summary><c>e^x</c></summary>
    public static float Exp(float value) => ScalarFunctions<float>.Exp(value);

    /// <summary><c>e^x − 1</c>, accurate near 0.</summary>
    public static float ExpMinusOne(float value) => ScalarFunctions<float>.ExpMinusOne(value);

    /// <summary>The natural logarithm.</summary>
    public static float Log(float value) => ScalarFunctions<float>.Log(value);

    /// <summary><c>log(1 + x)</c>, accurate near 0.</summary>
    public static float LogOnePlus(float value) => ScalarFunctions<float>.LogOnePlus(value);

    /// <summary>The hyperbolic tangent.</summary>
    public static float Tanh(float value) => ScalarFunctions<float>.Tanh(value);

    /// <summary><c>1 / (1 + e^−x)</c></summary>
    public static float Sigmoid(float value) => ScalarFunctions<float>.Sigmoid(value);

    /// <summary>The error function.</summary>
    public static float Erf(float value) => ScalarFunctions<float>.Erf(value);

    /// <summary>The sine; accurate for arguments up to 10,000 in magnitude.</summary>
    public static float Sin(float value) => ScalarFunctions<float>.Sin(value);

    /// <summary>The cosine; accurate for arguments up to 10,000 in magnitude.</summary>
    public static float Cos(float value) => ScalarFunctions<float>.Cos(value);

    /// <summary>The magnitude.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Abs(float value) => Value(Lane<float>.Abs(Lane(value)));

    /// <summary>The square root, correctly rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sqrt(float value) => Value(Lane<float>.Sqrt(Lane(value)));

    /// <summary>The larger: <c>right &gt; left ? right : left</c>, so that a NaN on the left survives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(float left, float right) => Value(Lane<float>.Max(Lane(left), Lane(right)));

    /// <summary>The smaller: <c>right &lt; left ? right : left</c>, so that a NaN on the left survives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Min(float left, float right) => Value(Lane<float>.Min(Lane(left), Lane(right)));

    /// <summary><c>left · right + addend</c>, rounded once where the hardware can.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyAdd(float left, float right, float addend) =>
        Value(Lane<float>.MultiplyAdd(Lane(left), Lane(right), Lane(addend)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lane<float> Lane(float value) => Lane<float>.Broadcast(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Value(Lane<float> lane) => Unsafe.BitCast<Lane<float>, float>(lane);
}
