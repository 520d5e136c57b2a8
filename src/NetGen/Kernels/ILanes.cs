namespace NetGen.Kernels;

/// <summary>
/// A vector of a fixed number of elements. Kernels are written once over it and compiled for every width; each operation works
/// lane by lane and gives the same bits at every width.
/// </summary>
/// <typeparam name="T">The element type: <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="V">The implementing type itself.</typeparam>
public interface ILanes<T, V>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where V : struct, ILanes<T, V>
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>Reads <see cref="Count"/> elements from <paramref name="offset"/> on.</summary>
    static abstract V Load(ref readonly T source, nint offset);

    /// <summary>Writes <see cref="Count"/> elements from <paramref name="offset"/> on.</summary>
    static abstract void Store(V value, ref T destination, nint offset);

    /// <summary>The same value in every lane.</summary>
    static abstract V Broadcast(T value);

    /// <summary>Four neighbouring values, each in every lane of a vector of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual void BroadcastFour(ref readonly T source, out V first, out V second, out V third, out V fourth) =>
        BroadcastEach(in source, out first, out second, out third, out fourth);

    /// <summary>The same by four loads, for lanes that have nothing better.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void BroadcastEach(ref readonly T source, out V first, out V second, out V third, out V fourth)
    {
        ref T values = ref Unsafe.AsRef(in source);
        first = V.Broadcast(values);
        second = V.Broadcast(Unsafe.Add(ref values, 1));
        third = V.Broadcast(Unsafe.Add(ref values, 2));
        fourth = V.Broadcast(Unsafe.Add(ref values, 3));
    }

    /// <summary><c>first, first + 1, first + 2, …</c></summary>
    static abstract V Indices(nint first);

    /// <summary>Random numbers from 0 to below 1, those of the positions <c>first, first + 1, first + 2, …</c>, as <see cref="Noise.Uniform"/> has them.</summary>
    static abstract V Uniform(ulong key, nint first);

    /// <summary><c>left + right</c></summary>
    static abstract V operator +(V left, V right);

    /// <summary><c>left − right</c></summary>
    static abstract V operator -(V left, V right);

    /// <summary><c>left · right</c></summary>
    static abstract V operator *(V left, V right);

    /// <summary><c>left / right</c></summary>
    static abstract V operator /(V left, V right);

    /// <summary><c>−value</c></summary>
    static abstract V operator -(V value);

    /// <summary><c>left · right + addend</c>, rounded once where the hardware can.</summary>
    static abstract V MultiplyAdd(V left, V right, V addend);

    /// <summary><c>sum = left · right + sum</c>, rounded once where the hardware can.</summary>
    /// <remarks>
    /// The bits of <see cref="MultiplyAdd"/>. Written to the sum in place, the compiler leaves it in its register; a returned value
    /// costs a move for most multiply-adds of a tile (.NET 10 picks <c>vfmadd213</c> over <c>vfmadd231</c>), a fifth of its loop.
    /// </remarks>
    static abstract void Accumulate(ref V sum, V left, V right);

    /// <summary>The same with the right factor read from memory, which is then part of the instruction.</summary>
    static abstract void Accumulate(ref V sum, V left, ref readonly T right, nint offset);

    /// <summary>The same with one left factor for all lanes, read from memory, which is then part of the instruction where there is such a one.</summary>
    /// <remarks>For a factor that is used once. On Zen 4, a broadcast and a multiply-add of 512 bits take 1.33 cycles apart, 1 together.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual void AccumulateBroadcast(ref V sum, ref readonly T left, V right) => V.Accumulate(ref sum, V.Broadcast(left), right);

    /// <summary>The magnitude.</summary>
    static abstract V Abs(V value);

    /// <summary>The square root, correctly rounded.</summary>
    static abstract V Sqrt(V value);

    /// <summary>The value, or 0 where it is subnormal: processors take several times as long for those.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual V FlushSubnormal(V value) => LaneFunctions.FlushSubnormal<T, V>(value);

    /// <summary>The nearest integer, halves to even.</summary>
    static abstract V Round(V value);

    /// <summary>The larger: <c>right &gt; left ? right : left</c>, so that a NaN on the left survives.</summary>
    static abstract V Max(V left, V right);

    /// <summary>The smaller: <c>right &lt; left ? right : left</c>, so that a NaN on the left survives.</summary>
    static abstract V Min(V left, V right);

    /// <summary>A mask: all bits set where <c>left &lt; right</c>.</summary>
    static abstract V Less(V left, V right);

    /// <summary>A mask: all bits set where <c>left ≤ right</c>.</summary>
    static abstract V LessOrEqual(V left, V right);

    /// <summary>A mask: all bits set where <c>left = right</c>.</summary>
    static abstract V Equal(V left, V right);

    /// <summary>A bit for each lane, set where the element is not 0.</summary>
    static abstract uint NonzeroBits(V value);

    /// <summary>Bitwise and, of masks.</summary>
    static abstract V And(V left, V right);

    /// <summary>Bitwise or, of masks.</summary>
    static abstract V Or(V left, V right);

    /// <summary>Bitwise exclusive or.</summary>
    static abstract V Xor(V left, V right);

    /// <summary>The sum of the elements' bits as integers of their size, wrapping.</summary>
    static abstract V AddBits(V left, V right);

    /// <summary>The difference of the elements' bits as integers of their size, wrapping.</summary>
    static abstract V SubtractBits(V left, V right);

    /// <summary>Each element's bits moved up by <paramref name="count"/>; zeros come in.</summary>
    static abstract V ShiftLeft(V value, int count);

    /// <summary>Each element's bits moved down by <paramref name="count"/>; zeros come in.</summary>
    static abstract V ShiftRight(V value, int count);

    /// <summary><paramref name="whenTrue"/> where the mask is set, <paramref name="whenFalse"/> elsewhere.</summary>
    static abstract V Select(V mask, V whenTrue, V whenFalse);

    /// <summary><c>e^x</c></summary>
    static abstract V Exp(V value);

    /// <summary><c>e^x − 1</c>, accurate near 0.</summary>
    static abstract V ExpMinusOne(V value);

    /// <summary>The natural logarithm.</summary>
    static abstract V Log(V value);

    /// <summary><c>log(1 + x)</c>, accurate near 0.</summary>
    static abstract V LogOnePlus(V value);

    /// <summary>The hyperbolic tangent.</summary>
    static abstract V Tanh(V value);

    /// <summary><c>1 / (1 + e^−x)</c></summary>
    static abstract V Sigmoid(V value);

    /// <summary>The error function.</summary>
    static abstract V Erf(V value);

    /// <summary>The sine; accurate for arguments up to 10,000 in magnitude.</summary>
    static abstract V Sin(V value);

    /// <summary>The cosine; accurate for arguments up to 10,000 in magnitude.</summary>
    static abstract V Cos(V value);
}
