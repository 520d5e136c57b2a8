using System.Runtime.Intrinsics;

namespace NetGen.Kernels;

/// <summary>
/// Folds 16 logical lanes into one value in a fixed tree: lane i with lane i + 8, then i + 4, i + 2 and i + 1. A kernel of any width
/// that keeps elements i, i + 16, i + 32, … in logical lane i gets the same bits.
/// </summary>
public static class Reduction
{
    private interface IJoin
    {
        static abstract V Join<T, V>(V left, V right)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
            where V : struct, ILanes<T, V>;
    }

    /// <summary>The sum of the 16 elements from <paramref name="partial"/> on.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum<T>(ref readonly T partial)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Fold<T, Addition>(in partial);

    /// <summary>The largest of the 16 elements from <paramref name="partial"/> on, as <see cref="ILanes{T, V}.Max"/> has it.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max<T>(ref readonly T partial)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Fold<T, Maximum>(in partial);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Fold<T, TJoin>(ref readonly T partial)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TJoin : struct, IJoin
    {
        var lanes = TJoin.Join<T, Lanes256<T>>(Lanes256<T>.Load(in partial, 0), Lanes256<T>.Load(in partial, 8));
        if (typeof(T) == typeof(double))
        {
            var upper = TJoin.Join<T, Lanes256<T>>(Lanes256<T>.Load(in partial, 4), Lanes256<T>.Load(in partial, 12));
            lanes = TJoin.Join<T, Lanes256<T>>(lanes, upper);
        }

        var whole = Unsafe.BitCast<Lanes256<T>, Vector256<T>>(lanes);
        var half = Joined<T, TJoin>(whole.GetLower(), whole.GetUpper());
        if (typeof(T) == typeof(double))
        {
            return Joined<T, TJoin>(half, Vector128.Shuffle(half.AsDouble(), Vector128.Create(1L, 1L)).As<double, T>()).ToScalar();
        }

        // In vectors to the end: branches on which of two is larger would be taken at random.
        var quarter = Joined<T, TJoin>(half, Vector128.Shuffle(half.AsSingle(), Vector128.Create(2, 3, 2, 3)).As<float, T>());
        return Joined<T, TJoin>(quarter, Vector128.Shuffle(quarter.AsSingle(), Vector128.Create(1, 1, 1, 1)).As<float, T>()).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Joined<T, TJoin>(Vector128<T> left, Vector128<T> right)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TJoin : struct, IJoin
        => Unsafe.BitCast<Lanes128<T>, Vector128<T>>(TJoin.Join<T, Lanes128<T>>(Lanes(left), Lanes(right)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes128<T> Lanes<T>(Vector128<T> vector)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Unsafe.BitCast<Vector128<T>, Lanes128<T>>(vector);

    private readonly struct Addition : IJoin
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Join<T, V>(V left, V right)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
            where V : struct, ILanes<T, V>
            => left + right;
    }

    private readonly struct Maximum : IJoin
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static V Join<T, V>(V left, V right)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
            where V : struct, ILanes<T, V>
            => V.Max(left, right);
    }
}
