using System.Linq;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>What all kernels of a network share: the element type and the storage of tensors.</summary>
internal sealed class KernelContext(TensorProgram program, TensorProgram prediction, ElementType element)
{
    public ElementType Element { get; } = element;

    public TensorProgram Program { get; } = program;

    /// <summary>
    /// Whether samples are read as the caller has them. Contractions read single elements of their left factor and copies read
    /// exact runs; only lanes need padding.
    /// </summary>
    public bool InputIsPacked { get; } = !program.Forward.Concat(program.Loss).Concat(program.Backward).Concat(prediction.Forward)
        .Any(operation => operation is Map or Reduce && operation.Operands.Contains(program.Input));

    /// <summary>The distance of a tensor's neighbouring rows.</summary>
    public int StrideOf(Tensor tensor) => tensor == Program.Input && InputIsPacked ? tensor.Columns : tensor.Stride();

    /// <summary>The elements of one sample, or of the whole tensor, as stored.</summary>
    public int SizeOf(Tensor tensor) => tensor.Rows * StrideOf(tensor);

    /// <summary>Copies samples from where rows stand one behind another to where they are stored.</summary>
    public string CopyToPadded(Tensor tensor, string samples, string from, string to) =>
        $"{Copy(tensor, samples)}, ref {from}, {tensor.Size}, {tensor.Columns}, ref {to}, {SizeOf(tensor)}, {StrideOf(tensor)});";

    /// <summary>Copies samples from where they are stored to where rows stand one behind another.</summary>
    public string CopyFromPadded(Tensor tensor, string samples, string from, string to) =>
        $"{Copy(tensor, samples)}, ref {from}, {SizeOf(tensor)}, {StrideOf(tensor)}, ref {to}, {tensor.Size}, {tensor.Columns});";

    private static string Copy(Tensor tensor, string samples) => $"global::NetGen.Kernels.Rearrangement.Copy({samples}, {tensor.Rows}, {tensor.Columns}";

    /// <summary>A count of rows, as an expression.</summary>
    public static string Rows(bool perSample, int rows) => !perSample ? $"{rows}" : rows == 1 ? "samples" : $"samples * {rows}";
}
