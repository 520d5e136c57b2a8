using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Binding;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Passes;

/// <summary>
/// Where parameters stand in their buffer; gradients and optimizer states have the same layout. Those that penalties apply to
/// come first, so that penalties are one flat loop, and of those the ones that members of a team share out by units; tensors that are not
/// learned come last.
/// </summary>
internal sealed class ParameterLayout
{
    private readonly Dictionary<Tensor, int> offsets = [];

    private readonly bool isPacked;

    /// <param name="program">The program.</param>
    /// <param name="declared">Each parameter as it was declared.</param>
    /// <param name="isPacked">Whether rows stand without padding, for code that works on single elements.</param>
    public ParameterLayout(TensorProgram program, IEnumerable<ParameterTensor> declared, bool isPacked)
    {
        this.isPacked = isPacked;
        var regularized = new HashSet<string>(declared.Where(parameter => parameter.Regularized).Select(parameter => parameter.Name));
        OfUnits = [.. program.Parameters.Where(parameter => regularized.Contains(parameter.Name) && CostModel.SharesUnits(parameter))];
        foreach (var group in program.Parameters.GroupBy(parameter => regularized.Contains(parameter.Name)).OrderBy(group => group.Key ? 0 : 1))
        {
            foreach (var tensor in group.OrderBy(tensor => OfUnits.Contains(tensor) ? 0 : 1))
            {
                offsets[tensor] = Length;
                Length += isPacked ? tensor.Size : tensor.PaddedSize();
            }

            // Flat loops work on whole vectors.
            Length = Padding.RoundUp(Length);
            RegularizedLength = group.Key ? Length : RegularizedLength;
        }

        StoredLength = Length;
        foreach (var buffer in program.Buffers)
        {
            offsets[buffer] = StoredLength;
            StoredLength += buffer.PaddedSize();
        }
    }

    /// <summary>The weights whose layers the members of a team share out by units; they stand at the start.</summary>
    public IReadOnlyList<Tensor> OfUnits { get; }

    /// <summary>Elements of those weights.</summary>
    public int LengthOfUnits => OfUnits.Sum(weight => weight.PaddedSize());

    /// <summary>Elements of what is learned, from the start; gradients and optimizer states have as many.</summary>
    public int Length { get; private set; }

    /// <summary>Elements of the buffer: what is learned, and behind it what is not.</summary>
    public int StoredLength { get; }

    /// <summary>Elements that penalties apply to, from the start.</summary>
    public int RegularizedLength { get; private set; }

    public bool Contains(Tensor tensor) => offsets.ContainsKey(tensor);

    public int OffsetOf(Tensor tensor) => offsets[tensor];

    /// <summary>The distance of a parameter's neighbouring rows.</summary>
    public int StrideOf(Tensor tensor) => isPacked ? tensor.Columns : tensor.Stride();
}
