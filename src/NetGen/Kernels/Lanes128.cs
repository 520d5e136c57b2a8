using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Kernels;

/// <summary>128 bits of elements in one vector register.</summary>
/// <typeparam name="T">The element type: <see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly partial struct Lanes128<T> : ILanes<T, Lanes128<T>>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector128<T> value;

    /// <summary>The first lane's element.</summary>
    internal T First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => value.ToScalar();
    }

    /// <summary>An element in the first lane; what the others hold does not matter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes128<T> OfFirst(T value) => new(Vector128.CreateScalarUnsafe(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes128(Vector128<T> value) => this.value = value;

    /// <inheritdoc/>
    public static int Count => Vector128<T>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Load(ref readonly T source, nint offset) => new(Vector128.LoadUnsafe(in source, (nuint)offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes128<T> value, ref T destination, nint offset) => value.value.StoreUnsafe(ref destination, (nuint)offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Broadcast(T value) => new(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Indices(nint first) => typeof(T) == typeof(float)
        ? new(Vector128.ConvertToSingle(Vector128.CreateSequence((int)first, 1)).As<float, T>())
        : new(Vector128.CreateSequence((double)first, 1).As<double, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator +(Lanes128<T> left, Lanes128<T> right) => new(left.value + right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> left, Lanes128<T> right) => new(left.value - right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator *(Lanes128<T> left, Lanes128<T> right) => new(left.value * right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator /(Lanes128<T> left, Lanes128<T> right) => new(left.value / right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> value) => new(-value.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> MultiplyAdd(Lanes128<T> left, Lanes128<T> right, Lanes128<T> addend)
    {
        // As Hardware.FusesMultiplyAdd, which as an inlined call would have the largest kernels exceed the compiler's number of locals.
        if (!(Fma.IsSupported || AdvSimd.IsSupported))
        {
            return new((left.value * right.value) + addend.value);
        }

        return typeof(T) == typeof(float)
            ? Unsafe.BitCast<Vector128<float>, Lanes128<T>>(Vector128.FusedMultiplyAdd(Unsafe.BitCast<Lanes128<T>, Vector128<float>>(left), Unsafe.BitCast<Lanes128<T>, Vector128<float>>(right), Unsafe.BitCast<Lanes128<T>, Vector128<float>>(addend)))
            : Unsafe.BitCast<Vector128<double>, Lanes128<T>>(Vector128.FusedMultiplyAdd(Unsafe.BitCast<Lanes128<T>, Vector128<double>>(left), Unsafe.BitCast<Lanes128<T>, Vector128<double>>(right), Unsafe.BitCast<Lanes128<T>, Vector128<double>>(addend)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref Lanes128<T> sum, Lanes128<T> left, Lanes128<T> right)
    {
        if (!(Fma.IsSupported || AdvSimd.IsSupported))
            Unsafe.AsRef(in sum.value) = (left.value * right.value) + sum.value;
        else if (typeof(T) == typeof(float))
            Unsafe.AsRef(in sum.value) = Vector128.FusedMultiplyAdd(left.value.AsSingle(), right.value.AsSingle(), sum.value.AsSingle()).As<float, T>();
        else
            Unsafe.AsRef(in sum.value) = Vector128.FusedMultiplyAdd(left.value.AsDouble(), right.value.AsDouble(), sum.value.AsDouble()).As<double, T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref Lanes128<T> sum, Lanes128<T> left, ref readonly T right, nint offset)
    {
        if (!(Fma.IsSupported || AdvSimd.IsSupported))
            Unsafe.AsRef(in sum.value) = (left.value * Vector128.LoadUnsafe(in right, (nuint)offset)) + sum.value;
        else if (typeof(T) == typeof(float))
            Unsafe.AsRef(in sum.value) = Vector128.FusedMultiplyAdd(left.value.AsSingle(), Vector128.LoadUnsafe(in right, (nuint)offset).AsSingle(), sum.value.AsSingle()).As<float, T>();
        else
            Unsafe.AsRef(in sum.value) = Vector128.FusedMultiplyAdd(left.value.AsDouble(), Vector128.LoadUnsafe(in right, (nuint)offset).AsDouble(), sum.value.AsDouble()).As<double, T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Abs(Lanes128<T> value) => new(Vector128.Abs(value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sqrt(Lanes128<T> value) => new(Vector128.Sqrt(value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Round(Lanes128<T> value) => typeof(T) == typeof(float)
        ? new(Vector128.Round(value.value.AsSingle()).As<float, T>())
        : new(Vector128.Round(value.value.AsDouble()).As<double, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Max(Lanes128<T> left, Lanes128<T> right)
    {
        // The instruction returns its second operand where the first is not larger.
        if (!Sse.IsSupported)
        {
            return new(Vector128.ConditionalSelect(Vector128.GreaterThan(right.value, left.value), right.value, left.value));
        }

        return typeof(T) == typeof(float)
            ? new(Sse.Max(right.value.AsSingle(), left.value.AsSingle()).As<float, T>())
            : new(Sse2.Max(right.value.AsDouble(), left.value.AsDouble()).As<double, T>());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Min(Lanes128<T> left, Lanes128<T> right)
    {
        // The instruction returns its second operand where the first is not smaller.
        if (!Sse.IsSupported)
        {
            return new(Vector128.ConditionalSelect(Vector128.LessThan(right.value, left.value), right.value, left.value));
        }

        return typeof(T) == typeof(float)
            ? new(Sse.Min(right.value.AsSingle(), left.value.AsSingle()).As<float, T>())
            : new(Sse2.Min(right.value.AsDouble(), left.value.AsDouble()).As<double, T>());
    }
}
