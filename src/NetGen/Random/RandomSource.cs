using NetGen.Kernels;

namespace NetGen;

/// <summary>
/// Random numbers from a seed, the same on every machine: xoshiro256** (Blackman and Vigna 2021, "Scrambled Linear Pseudorandom
/// Number Generators"), its state filled by SplitMix64. Not for secrets. An instance belongs to one thread.
/// </summary>
/// <remarks><see cref="System.Random"/> does not promise its numbers from one release of .NET to the next.</remarks>
public sealed class RandomSource
{
    private readonly ulong key;
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;
    private double? spareNormal;

    /// <summary>Starts a sequence.</summary>
    /// <param name="seed">Any number; each gives a sequence of its own.</param>
    public RandomSource(long seed)
    {
        key = unchecked((ulong)seed);
        var filler = new SplitMix64(key);
        s0 = filler.Next();
        s1 = filler.Next();
        s2 = filler.Next();
        s3 = filler.Next();
    }

    /// <summary>
    /// A sequence of its own for one of many uses. It follows from the seed and the number alone, so that what one use draws
    /// does not change what another gets.
    /// </summary>
    /// <param name="stream">The number of the use.</param>
    // The complement keeps forks clear of the outputs that filled this very state.
    public RandomSource Fork(long stream) => new(unchecked((long)SplitMix64.At(~key, (ulong)stream)));

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        ulong result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        ulong shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>A number from 0 to below 1: one of the 2^53 multiples of 2^-53, all equally likely.</summary>
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A normal number, of mean 0 and variance 1.</summary>
    /// <remarks>Marsaglia's polar method (1964): it needs a logarithm and a square root only, which are the same everywhere.</remarks>
    public double NextNormal()
    {
        if (spareNormal is { } spare)
        {
            spareNormal = null;
            return spare;
        }

        double x, y, square;
        do
        {
            x = 2.0 * NextUniform() - 1.0;
            y = 2.0 * NextUniform() - 1.0;
            square = x * x + y * y;
        }
        while (square is >= 1.0 or 0.0);

        double factor = Math.Sqrt(-2.0 * ScalarMath.Log(square) / square);
        spareNormal = y * factor;
        return x * factor;
    }

    /// <summary>A whole number from 0 to below <paramref name="limit"/>, all equally likely.</summary>
    /// <param name="limit">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is below 1.</exception>
    /// <remarks>Lemire 2019, "Fast Random Integer Generation in an Interval".</remarks>
    public int NextInt(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        uint range = (uint)limit;
        ulong product = (NextBits() >> 32) * range;
        if ((uint)product < range)
        {
            // 2^32 is no multiple of the range: the places left over would favour some numbers, so they are drawn again.
            uint leftOver = unchecked(0 - range) % range;
            while ((uint)product < leftOver)
            {
                product = (NextBits() >> 32) * range;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>Puts items into a random order, all orders equally likely (Fisher and Yates).</summary>
    /// <param name="items">What is put into order, in place.</param>
    public void Shuffle(Span<int> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int other = NextInt(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}
