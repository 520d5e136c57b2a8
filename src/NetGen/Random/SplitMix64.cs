namespace NetGen;

/// <summary>
/// A counter behind a mixing function (Steele, Lea and Flood 2014, "Fast Splittable Pseudorandom Number Generators"). It turns
/// seeds that differ in one bit, such as 0, 1, 2, into states that have nothing in common.
/// </summary>
/// <param name="state">The counter.</param>
internal struct SplitMix64(ulong state)
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong state = state;

    /// <summary>The next 64 bits.</summary>
    public ulong Next() => Mix(state += Step);

    /// <summary>The output at a place of the sequence that starts at <paramref name="state"/>; <see cref="Next"/> gives place 0 first.</summary>
    public static ulong At(ulong state, ulong place) => Mix(unchecked(state + (place + 1) * Step));

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
