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

    /// <summary>As many floats are 512 bytes.</summary>
    private const int ConflictingColumns = 128;

    public static int RoundUp(int count) => (count + Block - 1) / Block * Block;

    /// <summary>The distance of neighbouring rows.</summary>
    public static int Stride(this Tensor tensor) => tensor.Kind == TensorKind.PerRow ? 1 : Stride(tensor.Columns, tensor.PerSample || tensor.IsCopy);

    /// <summary>The distance of neighbouring rows of matrices.</summary>
    public static int Stride(this Space space) => Stride(space.Columns, space.PerSample);

    /// <remarks>
    /// Rows that lie a multiple of 512 bytes apart share few sets of the first cache. Down the columns of samples goes a weight's
    /// gradient, and down those of a transposed copy what writes it: both get a block more. Measured, [512 x 128] · [128 x 512] at 77 and
    /// with it 89 % of the core's limit, 128 columns at 84 and 94; a copy of 512 x 512 in 200 and 122 thousand cycles. Parameters do
    /// without: what predicts one sample reads them all once.
    /// </remarks>
    private static int Stride(int columns, bool goesDown)
    {
        int stride = RoundUp(columns);
        return goesDown && stride % ConflictingColumns == 0 ? stride + Block : stride;
    }

    /// <summary>The elements of one sample, or of the whole tensor, with padding.</summary>
    public static int PaddedSize(this Tensor tensor) => RoundUp(tensor.Rows * tensor.Stride());
}
