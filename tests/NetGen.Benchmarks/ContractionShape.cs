namespace NetGen.Benchmarks;

/// <summary>One contraction as a network uses it.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="Rows">Rows of the result.</param>
/// <param name="Columns">Columns of the result.</param>
/// <param name="Depth">Products in each sum.</param>
/// <param name="PartialSums">Interleaved partial sums.</param>
/// <param name="LeftTransposed">The left operand is read down its columns, as a weight gradient does.</param>
internal sealed record ContractionShape(string Name, int Rows, int Columns, int Depth, int PartialSums = 1, bool LeftTransposed = false)
{
    /// <summary>All that the table shows.</summary>
    public static IReadOnlyList<ContractionShape> All { get; } =
    [
        new("reference", 120, 512, 784),
        .. Layer("mnist 784-128", 64, 784, 128, inputGradient: false),
        .. Layer("mnist 128-10", 64, 128, 10),
        .. Layer("wide 784-512", 128, 784, 512, inputGradient: false),
        .. Layer("wide 512-512", 128, 512, 512),
        .. Layer("wide 512-10", 128, 512, 10),
        new("digits 64-32 forward", 32, 32, 64, 2),
        new("digits 64-32 weight gradient", 64, 32, 32, LeftTransposed: true),
        new("digits 32-10 forward", 32, 10, 32, 4),
        new("digits 32-10 weight gradient", 32, 10, 32, LeftTransposed: true),
        new("digits 32-10 input gradient", 32, 32, 10),
        new("4-16, batch 16", 16, 16, 4),
        new("64-32, one", 1, 32, 64),
        new("784-128, one", 1, 128, 784),
        new("784-512, one", 1, 512, 784),
        new("128-10, one, 4 sums", 1, 10, 128, 4),
        new("128-10, batch 64, 4 sums", 64, 10, 128, 4),
    ];

    /// <summary>Multiplications and additions.</summary>
    public double Operations => 2.0 * Rows * Columns * Depth;

    private static IEnumerable<ContractionShape> Layer(string name, int batch, int inputs, int units, bool inputGradient = true)
    {
        yield return new(name + " forward", batch, units, inputs);
        yield return new(name + " weight gradient", inputs, units, batch, LeftTransposed: true);
        if (inputGradient)
            yield return new(name + " input gradient", batch, inputs, units);
    }
}
