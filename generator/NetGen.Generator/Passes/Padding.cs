using NetGen.Generator.Programs;

namespace NetGen.Generator.Passes;

/// <summary>
/// The storage of tensors: rows are padded to whole blocks of 16 logical lanes, so that kernels of every width load and store
/// whole vectors of columns. What stands in the padding does not matter: whatever crosses lanes leaves it out.
/// </summary>
internal static class Padding
{
    /// <summary>Logical lanes of a block, at every vector width and precision.</summary>
    public const int Block = 16;

    /// <summary>Columns of a strip.</summary>
    public const int Strip = 64;

    /// <summary>As many floats are 512 bytes.</summary>
    private const int ConflictingColumns = 128;

    public static int RoundUp(int count) => (count + Block - 1) / Block * Block;

    /// <summary>
    /// Whether a matrix stands in strips: all rows of the first 64 columns, then all rows of the next. Such are weights, their gradients
    /// and their transposed copies, if they have more columns; they take no more elements than without. A sample reads them in order
    /// while its sums stay in registers, and members of a team who share out columns write to memory apart.
    /// </summary>
    /// <remarks>
    /// Measured, a prediction on Zen 5: [512 x 512] in 8.4 us where it was 10.4, [784 x 320] in 7.2 where it was 9.6; contractions of a
    /// batch as before.
    /// </remarks>
    public static bool IsInStrips(this Tensor tensor) => tensor is { Kind: TensorKind.Matrix, PerSample: false } && tensor.Columns > Strip;

    /// <summary>The distance of neighbouring rows, where they are not in strips.</summary>
    public static int Stride(this Tensor tensor) => tensor.Kind == TensorKind.PerRow ? 1 : Stride(tensor.Columns, tensor.PerSample);

    /// <summary>The distance of neighbouring rows of matrices.</summary>
    public static int Stride(this Space space) => Stride(space.Columns, space.PerSample);

    /// <remarks>
    /// Rows that lie a multiple of 512 bytes apart share few sets of the first cache. Down the columns of samples goes a weight's
    /// gradient: they get a block more. Measured, [512 x 128] · [128 x 512] at 77 and with it 89 % of the core's limit, 128 columns at 84
    /// and 94.
    /// </remarks>
    private static int Stride(int columns, bool perSample)
    {
        int stride = RoundUp(columns);
        return perSample && stride % ConflictingColumns == 0 ? stride + Block : stride;
    }

    /// <summary>The elements of one sample, or of the whole tensor, with padding.</summary>
    public static int PaddedSize(this Tensor tensor) => RoundUp(tensor.Rows * tensor.Stride());
}
