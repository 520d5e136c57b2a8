namespace NetGen.Kernels;

/// <summary>
/// Random numbers as a pure function of a key and a position: nothing is drawn in order, so that any number of threads and any
/// width of vectors give the same ones, and a backward pass computes again what the forward pass had.
/// </summary>
/// <remarks>
/// <para>
/// The idea is that of counter-based generators (Salmon et al. 2011, "Parallel Random Numbers: As Easy as 1, 2, 3"). The key is 64
/// bits, mixed by the finalizer of SplitMix64 (Steele, Lea and Flood 2014), all in integers that wrap:
/// <c>mix64(z) = let z = z + 0x9E3779B97F4A7C15; z = (z ^ z >> 30) · 0xBF58476D1CE4E5B9; z = (z ^ z >> 27) · 0x94D049BB133111EB; z ^ z >> 31</c>;
/// <c>key = mix64(mix64(mix64(seed) ^ pass) ^ (layer · 2^32 + draw))</c>.
/// </para>
/// <para>
/// A number is two rounds of the finalizer of MurmurHash3 (Appleby 2011), a bijection of 32 bits, with half of the key before each:
/// <c>mix32(h) = let h = (h ^ h >> 16) · 0x85EBCA6B; h = (h ^ h >> 13) · 0xC2B2AE35; h ^ h >> 16</c>;
/// <c>uniform(key, position) = (mix32(mix32(position + low(key)) ^ high(key)) >> 8) / 2^24</c>.
/// It is one of 2^24 numbers from 0 to below 1 that a float holds exactly, so that float and double get the same.
/// </para>
/// </remarks>
public static partial class Noise
{
    private const uint FirstFactor = 0x85EBCA6B;
    private const uint SecondFactor = 0xC2B2AE35;
    private const int UnusedBits = 8;
    private const float Unit = 1f / (1 << 24);

    /// <summary>The key of what one layer draws in one training pass.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="pass">The number of the pass, from 1.</param>
    /// <param name="layer">The layer's place in the network; the input is 0.</param>
    /// <param name="draw">Which of the layer's draws, from 0.</param>
    public static ulong Key(long seed, long pass, int layer, int draw) =>
        Mix(Mix(Mix((ulong)seed) ^ (ulong)pass) ^ (((ulong)layer << 32) | (uint)draw));

    /// <summary>A number from 0 to below 1.</summary>
    /// <param name="key">A key.</param>
    /// <param name="position">The place of an element in the batch: <c>sample · elements of a sample + element</c>.</param>
    public static float Uniform(ulong key, uint position) => (Bits(key, position) >> UnusedBits) * Unit;

    private static ulong Mix(ulong bits) => SplitMix64.At(bits, 0);

    private static uint Bits(ulong key, uint position) => Mix(Mix(position + (uint)key) ^ (uint)(key >> 32));

    private static uint Mix(uint bits)
    {
        bits = (bits ^ (bits >> 16)) * FirstFactor;
        bits = (bits ^ (bits >> 13)) * SecondFactor;
        return bits ^ (bits >> 16);
    }
}
