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

    public static int RoundUp(int count) => (count + Block - 1) / Block * Block;

    /// <summary>The distance of neighbouring rows.</summary>
    public static int Stride(this Tensor tensor) => tensor.Kind == TensorKind.PerRow ? 1 : RoundUp(tensor.Columns);

    /// <summary>The elements of one sample, or of the whole tensor, with padding.</summary>
    public static int PaddedSize(this Tensor tensor) => RoundUp(tensor.Rows * tensor.Stride());
}
