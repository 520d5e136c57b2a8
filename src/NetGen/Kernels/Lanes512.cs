using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Kernels;

/// <summary>512 bits of elements in one vector register.</summary>
/// <typeparam name="T">The element type: <see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly partial struct Lanes512<T> : ILanes<T, Lanes512<T>>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector512<T> value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes512(Vector512<T> value) => this.value = value;

    /// <inheritdoc/>
    public static int Count => Vector512<T>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Load(ref readonly T source, nint offset) => new(Vector512.LoadUnsafe(in source, (nuint)offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512<T> value, ref T destination, nint offset) => value.value.StoreUnsafe(ref destination, (nuint)offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Broadcast(T value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void BroadcastFour(ref readonly T source, out Lanes512<T> first, out Lanes512<T> second, out Lanes512<T> third, out Lanes512<T> fourth)
    {
        // As of 256 bits: one load, and shuffles beside the multiply-adds.
        if (Avx512F.IsSupported && typeof(T) == typeof(float))
        {
            var four = Vector128.LoadUnsafe(in source).AsSingle().ToVector256Unsafe().ToVector512Unsafe();
            var fourTimes = Avx512F.Shuffle4x128(four, four, 0);
            first = new(Avx512F.Permute4x32(fourTimes, 0b00_00_00_00).As<float, T>());
            second = new(Avx512F.Permute4x32(fourTimes, 0b01_01_01_01).As<float, T>());
            third = new(Avx512F.Permute4x32(fourTimes, 0b10_10_10_10).As<float, T>());
            fourth = new(Avx512F.Permute4x32(fourTimes, 0b11_11_11_11).As<float, T>());
            return;
        }

        ILanes<T, Lanes512<T>>.BroadcastEach(in source, out first, out second, out third, out fourth);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Indices(nint first) => typeof(T) == typeof(float)
        ? new(Vector512.ConvertToSingle(Vector512.CreateSequence((int)first, 1)).As<float, T>())
        : new(Vector512.CreateSequence((double)first, 1).As<double, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator +(Lanes512<T> left, Lanes512<T> right) => new(left.value + right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> left, Lanes512<T> right) => new(left.value - right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator *(Lanes512<T> left, Lanes512<T> right) => new(left.value * right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator /(Lanes512<T> left, Lanes512<T> right) => new(left.value / right.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> value) => new(-value.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> MultiplyAdd(Lanes512<T> left, Lanes512<T> right, Lanes512<T> addend)
    {
        // As Hardware.FusesMultiplyAdd, which as an inlined call would have the largest kernels exceed the compiler's number of locals.
        if (!(Fma.IsSupported || AdvSimd.IsSupported))
        {
            return new((left.value * right.value) + addend.value);
        }

        return typeof(T) == typeof(float)
            ? Unsafe.BitCast<Vector512<float>, Lanes512<T>>(Vector512.FusedMultiplyAdd(Unsafe.BitCast<Lanes512<T>, Vector512<float>>(left), Unsafe.BitCast<Lanes512<T>, Vector512<float>>(right), Unsafe.BitCast<Lanes512<T>, Vector512<float>>(addend)))
            : Unsafe.BitCast<Vector512<double>, Lanes512<T>>(Vector512.FusedMultiplyAdd(Unsafe.BitCast<Lanes512<T>, Vector512<double>>(left), Unsafe.BitCast<Lanes512<T>, Vector512<double>>(right), Unsafe.BitCast<Lanes512<T>, Vector512<double>>(addend)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref Lanes512<T> sum, Lanes512<T> left, Lanes512<T> right)
    {
        if (!(Fma.IsSupported || AdvSimd.IsSupported))
            Unsafe.AsRef(in sum.value) = (left.value * right.value) + sum.value;
        else if (typeof(T) == typeof(float))
            Unsafe.AsRef(in sum.value) = Vector512.FusedMultiplyAdd(left.value.AsSingle(), right.value.AsSingle(), sum.value.AsSingle()).As<float, T>();
        else
            Unsafe.AsRef(in sum.value) = Vector512.FusedMultiplyAdd(left.value.AsDouble(), right.value.AsDouble(), sum.value.AsDouble()).As<double, T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref Lanes512<T> sum, Lanes512<T> left, ref readonly T right, nint offset)
    {
        if (!(Fma.IsSupported || AdvSimd.IsSupported))
            Unsafe.AsRef(in sum.value) = (left.value * Vector512.LoadUnsafe(in right, (nuint)offset)) + sum.value;
        else if (typeof(T) == typeof(float))
            Unsafe.AsRef(in sum.value) = Vector512.FusedMultiplyAdd(left.value.AsSingle(), Vector512.LoadUnsafe(in right, (nuint)offset).AsSingle(), sum.value.AsSingle()).As<float, T>();
        else
            Unsafe.AsRef(in sum.value) = Vector512.FusedMultiplyAdd(left.value.AsDouble(), Vector512.LoadUnsafe(in right, (nuint)offset).AsDouble(), sum.value.AsDouble()).As<double, T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AccumulateBroadcast(ref Lanes512<T> sum, ref readonly T left, Lanes512<T> right)
    {
        // A broadcast that is passed on as a vector gets an instruction of its own, as the disassembly of the interface's own form shows.
        if (!(Fma.IsSupported || AdvSimd.IsSupported))
            Unsafe.AsRef(in sum.value) = (Vector512.Create(left) * right.value) + sum.value;
        else if (typeof(T) == typeof(float))
            Unsafe.AsRef(in sum.value) = Vector512.FusedMultiplyAdd(Vector512.Create(left).AsSingle(), right.value.AsSingle(), sum.value.AsSingle()).As<float, T>();
        else
            Unsafe.AsRef(in sum.value) = Vector512.FusedMultiplyAdd(Vector512.Create(left).AsDouble(), right.value.AsDouble(), sum.value.AsDouble()).As<double, T>();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Abs(Lanes512<T> value) => new(Vector512.Abs(value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sqrt(Lanes512<T> value) => new(Vector512.Sqrt(value.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Round(Lanes512<T> value) => typeof(T) == typeof(float)
        ? new(Vector512.Round(value.value.AsSingle()).As<float, T>())
        : new(Vector512.Round(value.value.AsDouble()).As<double, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Max(Lanes512<T> left, Lanes512<T> right)
    {
        // The instruction returns its second operand where the first is not larger.
        if (!Avx512F.IsSupported)
        {
            return new(Vector512.ConditionalSelect(Vector512.GreaterThan(right.value, left.value), right.value, left.value));
        }

        return typeof(T) == typeof(float)
            ? new(Avx512F.Max(right.value.AsSingle(), left.value.AsSingle()).As<float, T>())
            : new(Avx512F.Max(right.value.AsDouble(), left.value.AsDouble()).As<double, T>());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Min(Lanes512<T> left, Lanes512<T> right)
    {
        // The instruction returns its second operand where the first is not smaller.
        if (!Avx512F.IsSupported)
        {
            return new(Vector512.ConditionalSelect(Vector512.LessThan(right.value, left.value), right.value, left.value));
        }

        return typeof(T) == typeof(float)
            ? new(Avx512F.Min(right.value.AsSingle(), left.value.AsSingle()).As<float, T>())
            : new(Avx512F.Min(right.value.AsDouble(), left.value.AsDouble()).As<double, T>());
    }
}
