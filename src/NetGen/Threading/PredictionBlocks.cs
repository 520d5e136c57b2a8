namespace NetGen.Threading;

/// <summary>Samples cut into blocks that threads predict apart.</summary>
/// <param name="AllSamples">All samples.</param>
/// <param name="Samples">The samples of a block; the last may have fewer.</param>
/// <param name="InputSize">Elements of one sample's inputs.</param>
/// <param name="OutputSize">Elements of one sample's outputs.</param>
internal readonly record struct PredictionBlocks(int AllSamples, int Samples, int InputSize, int OutputSize)
{
    /// <summary>
    /// The fewest multiply-adds that are worth another thread: some 20 to 40 us, against the 5 to 10 in which a thread of the pool
    /// wakes.
    /// </summary>
    private const long LeastMultiplyAdds = 2_000_000;

    /// <summary>A multiple of all heights of register tiles; blocks are of one or more of them.</summary>
    private const int Tile = 12;

    /// <summary>Beyond this, smaller blocks share the work out more evenly.</summary>
    private const int MostTiles = 8;

    /// <summary>The number of blocks.</summary>
    public int Count => (AllSamples + Samples - 1) / Samples;

    /// <summary>Cuts samples into blocks that are worth a thread each.</summary>
    /// <param name="samples">All samples.</param>
    /// <param name="threads">The most threads.</param>
    /// <param name="multiplyAdds">Those of one sample, or fewer.</param>
    /// <param name="inputSize">Elements of one sample's inputs.</param>
    /// <param name="outputSize">Elements of one sample's outputs.</param>
    public static PredictionBlocks Of(int samples, int threads, long multiplyAdds, int inputSize, int outputSize)
    {
        long fewest = (LeastMultiplyAdds / Math.Max(1, multiplyAdds) / Tile) + 1;
        long even = ((samples / threads) + Tile) / Tile;
        long tiles = Math.Max(fewest, Math.Min(even, MostTiles));
        return new PredictionBlocks(samples, (int)Math.Min(tiles * Tile, Math.Max(1, samples)), inputSize, outputSize);
    }
}
