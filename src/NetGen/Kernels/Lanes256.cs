using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Kernels;

/// <summary>256 bits of elements in one vector register.</summary>
/// <typeparam name="T">The element type: <see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly partial struct Lanes256<T> : ILanes<T, Lanes256<T>>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector256<T> value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes256(Vector256<T> value) => this.value = value;

    /// <inheritdoc/>
    public static int Count => Vector256<T>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Load(ref readonly T source, nint offset) => new(Vector256.LoadUnsafe(in source, (nuint)offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes256<T> value, ref T destination, nint offset) => value.value.StoreUnsafe(ref destination, (nuint)offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Broadcast(T value) => new(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void BroadcastFour(ref readonly T source, out Lanes256<T> first, out Lanes256<T> second, out Lanes256<T> third, out Lanes256<T> fourth)
    {
        // One load, and shuffles, for which there is a unit besides those of multiply-adds: in place of four loads.
        if (Avx.IsSupported && typeof(T) == typeof(float))
        {
            var four = Vector128.LoadUnsafe(in source).AsSingle();
            var twice = Vector256.Create(four, four);
            first = new(Avx.Permute(twice, 0b00_00_00_00).As<float, T>());
            second = new(Avx.Permute(twice, 0b01_01_01_01).As<float, T>());
            third = new(Avx.Permute(twice, 0b10_10_10_10).As<float, T>());
            fourth = new(Avx.Permute(twice, 0b11_11_11_11).As<float, T>());
            return;
        }

        ILanes<T, Lanes256<T>>.BroadcastEach(in source, out first, out second, out third, out fourth);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Indices(nint first) => typeof(T) == typeof(float)
        ? new(Vector256.ConvertToSingle(Vector256.CreateSequence((int)first, 1)).As<float, T>())
        : new(Vector256.CreateSequence((double)first, 1).As<double, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator +(Lanes256<T> left, Lanes256<T> right) => new(left.value + right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> left, Lanes256<T> right) => new(left.value - right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator *(Lanes256<T> left, Lanes256<T> right) => new(left.value * right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator /(Lanes256<T> left, Lanes256<T> right) => new(left.value / right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> value) => new(-value.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> MultiplyAdd(Lanes256<T> left, Lanes256<T> right, Lanes256<T> addend)
    {
        // As Hardware.FusesMultiplyAdd, which as an inlined call would have the largest kernels exceed the compiler's number of locals.
        if (!(Fma.IsSupported || AdvSimd.IsSupported))
        {
            return new((left.value * right.value) + addend.value);
        }

        return typeof(T) == typeof(float)
            ? Unsafe.BitCast<Vector256<float>, Lanes256<T>>(Vector256.FusedMultiplyAdd(Unsafe.BitCast<Lanes256<T>, Vector256<float>>(left), Unsafe.BitCast<Lanes256<T>, Vector256<float>>(right), Unsafe.BitCast<Lanes256<T>, Vector256<float>>(addend)))
            : Unsafe.BitCast<Vector256<double>, Lanes256<T>>(Vector256.FusedMultiplyAdd(Unsafe.BitCast<Lanes256<T>, Vector256<double>>(left), Unsafe.BitCast<Lanes256<T>, Vector256<double>>(right), Unsafe.BitCast<Lanes256<T>, Vector256<double>>(addend)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref Lanes256<T> sum, Lanes256<T> left, Lanes256<T> right)
    {
        if (!(Fma.IsSupported || AdvSimd.IsSupported))
            Unsafe.AsRef(in sum.value) = (left.value * right.value) + sum.value;
        else if (typeof(T) == typeof(float))
            Unsafe.AsRef(in sum.value) = Vector256.FusedMultiplyAdd(left.value.AsSingle(), right.value.AsSingle(), sum.value.AsSingle()).As<float, T>();
        else
            Unsafe.AsRef(in sum.value) = Vector256.FusedMultiplyAdd(left.value.AsDouble(), right.value.AsDouble(), sum.value.AsDouble()).As<double, T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref Lanes256<T> sum, Lanes256<T> left, ref readonly T right, nint offset)
    {
        if (!(Fma.IsSupported || AdvSimd.IsSupported))
            Unsafe.AsRef(in sum.value) = (left.value * Vector256.LoadUnsafe(in right, (nuint)offset)) + sum.value;
        else if (typeof(T) == typeof(float))
            Unsafe.AsRef(in sum.value) = Vector256.FusedMultiplyAdd(left.value.AsSingle(), Vector256.LoadUnsafe(in right, (nuint)offset).AsSingle(), sum.value.AsSingle()).As<float, T>();
        else
            Unsafe.AsRef(in sum.value) = Vector256.FusedMultiplyAdd(left.value.AsDouble(), Vector256.LoadUnsafe(in right, (nuint)offset).AsDouble(), sum.value.AsDouble()).As<double, T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Abs(Lanes256<T> value) => new(Vector256.Abs(value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sqrt(Lanes256<T> value) => new(Vector256.Sqrt(value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Round(Lanes256<T> value) => typeof(T) == typeof(float)
        ? new(Vector256.Round(value.value.AsSingle()).As<float, T>())
        : new(Vector256.Round(value.value.AsDouble()).As<double, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Max(Lanes256<T> left, Lanes256<T> right)
    {
        // The instruction returns its second operand where the first is not larger.
        if (!Avx.IsSupported)
        {
            return new(Vector256.ConditionalSelect(Vector256.GreaterThan(right.value, left.value), right.value, left.value));
        }

        return typeof(T) == typeof(float)
            ? new(Avx.Max(right.value.AsSingle(), left.value.AsSingle()).As<float, T>())
            : new(Avx.Max(right.value.AsDouble(), left.value.AsDouble()).As<double, T>());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Min(Lanes256<T> left, Lanes256<T> right)
    {
        // The instruction returns its second operand where the first is not smaller.
        if (!Avx.IsSupported)
        {
            return new(Vector256.ConditionalSelect(Vector256.LessThan(right.value, left.value), right.value, left.value));
        }

        return typeof(T) == typeof(float)
            ? new(Avx.Min(right.value.AsSingle(), left.value.AsSingle()).As<float, T>())
            : new(Avx.Min(right.value.AsDouble(), left.value.AsDouble()).As<double, T>());
    }
}
