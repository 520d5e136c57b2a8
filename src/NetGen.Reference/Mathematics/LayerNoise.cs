namespace NetGen.Reference;

/// <summary>Random numbers as a function of a key and a position, by the formulas that <see cref="NetGen.Kernels.Noise"/> states.</summary>
internal static class LayerNoise
{
    public static ulong Key(long seed, long pass, int layer, int draw)
    {
        ulong place = (ulong)layer * 4294967296 + (ulong)draw;
        return Mix64(Mix64(Mix64((ulong)seed) ^ (ulong)pass) ^ place);
    }

    /// <summary>One of the 2^24 multiples of 2^-24 from 0 to below 1.</summary>
    public static double Uniform(ulong key, uint position)
    {
        uint low = (uint)(key % 4294967296);
        uint high = (uint)(key / 4294967296);
        uint bits = Mix32(Mix32(position + low) ^ high);
        return bits / 256 / 16777216.0;
    }

    private static ulong Mix64(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static uint Mix32(uint h)
    {
        h = (h ^ (h >> 16)) * 0x85EBCA6B;
        h = (h ^ (h >> 13)) * 0xC2B2AE35;
        return h ^ (h >> 16);
    }
}
