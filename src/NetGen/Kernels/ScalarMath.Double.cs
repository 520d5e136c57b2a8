namespace NetGen.Kernels;

public static partial class ScalarMath
{
    /// <summary><c>e^x</c></summary>
    public static double Exp(double value) => ScalarFunctions<double>.Exp(value);

    /// <summary><c>e^x − 1</c>, accurate near 0.</summary>
    public static double ExpMinusOne(double value) => ScalarFunctions<double>.ExpMinusOne(value);

    /// <summary>The natural logarithm.</summary>
    public static double Log(double value) => ScalarFunctions<double>.Log(value);

    /// <summary><c>log(1 + x)</c>, accurate near 0.</summary>
    public static double LogOnePlus(double value) => ScalarFunctions<double>.LogOnePlus(value);

    /// <summary>The hyperbolic tangent.</summary>
    public static double Tanh(double value) => ScalarFunctions<double>.Tanh(value);

    /// <summary><c>1 / (1 + e^−x)</c></summary>
    public static double Sigmoid(double value) => ScalarFunctions<double>.Sigmoid(value);

    /// <summary>The error function.</summary>
    public static double Erf(double value) => ScalarFunctions<double>.Erf(value);

    /// <summary>The sine; accurate for arguments up to 10,000 in magnitude.</summary>
    public static double Sin(double value) => ScalarFunctions<double>.Sin(value);

    /// <summary>The cosine; accurate for arguments up to 10,000 in magnitude.</summary>
    public static double Cos(double value) => ScalarFunctions<double>.Cos(value);

    /// <summary>The magnitude.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Abs(double value) => Value(Lane<double>.Abs(Lane(value)));

    /// <summary>The square root, correctly rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sqrt(double value) => Value(Lane<double>.Sqrt(Lane(value)));

    /// <summary>The larger: <c>right &gt; left ? right : left</c>, so that a NaN on the left survives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Max(double left, double right) => Value(Lane<double>.Max(Lane(left), Lane(right)));

    /// <summary>The smaller: <c>right &lt; left ? right : left</c>, so that a NaN on the left survives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Min(double left, double right) => Value(Lane<double>.Min(Lane(left), Lane(right)));

    /// <summary><c>left · right + addend</c>, rounded once where the hardware can.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MultiplyAdd(double left, double right, double addend) =>
        Value(Lane<double>.MultiplyAdd(Lane(left), Lane(right), Lane(addend)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lane<double> Lane(double value) => Lane<double>.Broadcast(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Value(Lane<double> lane) => Unsafe.BitCast<Lane<double>, double>(lane);
}
