namespace NetGen.Reference;

/// <summary>
/// Normal noise that a seed, a step and a candidate's number decide: it is drawn again where it is needed again, so that no
/// population is kept in memory and any thread draws the same.
/// </summary>
internal sealed class Noise(long seed)
{
    private readonly RandomSource source = new(seed);

    /// <summary>The noise of one candidate of one step.</summary>
    public RandomSource Of(int step, int candidate) => source.Fork(step).Fork(candidate);
}
