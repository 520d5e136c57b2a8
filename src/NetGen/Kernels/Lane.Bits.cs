using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

public readonly partial struct Lane<T>
{
    // A scalar lives in the low element of a vector register: masks and bits are worked there, so that nothing moves to the
    // integer registers and back. The elements above it are anything.
    private Vector128<T> Wide
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.CreateScalarUnsafe(value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Less(Lane<T> left, Lane<T> right) => Narrow(Vector128.LessThan(left.Wide, right.Wide));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> LessOrEqual(Lane<T> left, Lane<T> right) => Narrow(Vector128.LessThanOrEqual(left.Wide, right.Wide));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Equal(Lane<T> left, Lane<T> right) => Narrow(Vector128.Equals(left.Wide, right.Wide));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint NonzeroBits(Lane<T> value) => value.value == T.Zero ? 0u : 1u;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> And(Lane<T> left, Lane<T> right) => Narrow(left.Wide & right.Wide);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Or(Lane<T> left, Lane<T> right) => Narrow(left.Wide | right.Wide);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Xor(Lane<T> left, Lane<T> right) => Narrow(left.Wide ^ right.Wide);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Select(Lane<T> mask, Lane<T> whenTrue, Lane<T> whenFalse) =>
        Narrow(Vector128.ConditionalSelect(mask.Wide, whenTrue.Wide, whenFalse.Wide));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> AddBits(Lane<T> left, Lane<T> right) => typeof(T) == typeof(float)
        ? Narrow((left.Wide.AsInt32() + right.Wide.AsInt32()).As<int, T>())
        : Narrow((left.Wide.AsInt64() + right.Wide.AsInt64()).As<long, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> SubtractBits(Lane<T> left, Lane<T> right) => typeof(T) == typeof(float)
        ? Narrow((left.Wide.AsInt32() - right.Wide.AsInt32()).As<int, T>())
        : Narrow((left.Wide.AsInt64() - right.Wide.AsInt64()).As<long, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> ShiftLeft(Lane<T> value, int count) => typeof(T) == typeof(float)
        ? Narrow((value.Wide.AsInt32() << count).As<int, T>())
        : Narrow((value.Wide.AsInt64() << count).As<long, T>());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> ShiftRight(Lane<T> value, int count) => typeof(T) == typeof(float)
        ? Narrow((value.Wide.AsInt32() >>> count).As<int, T>())
        : Narrow((value.Wide.AsInt64() >>> count).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lane<T> Narrow(Vector128<T> wide) => new(wide.ToScalar());
}
