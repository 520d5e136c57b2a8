using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Binding;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>
/// Where parameters stand in their buffer; gradients and optimizer states have the same layout. Those that penalties apply to
/// come first, so that penalties are one flat loop.
/// </summary>
internal sealed class ParameterLayout
{
    private readonly Dictionary<Tensor, int> offsets = [];

    public ParameterLayout(TensorProgram program, IReadOnlyDictionary<Tensor, ParameterTensor> shapes)
    {
        foreach (var tensor in program.Parameters.OrderBy(parameter => shapes[parameter].Regularized ? 0 : 1))
        {
            offsets[tensor] = Length;
            Length += tensor.PaddedSize();
            if (shapes[tensor].Regularized)
            {
                RegularizedLength = Length;
            }
        }
    }

    /// <summary>Elements of the buffer.</summary>
    public int Length { get; private set; }

    /// <summary>Elements that penalties apply to, from the start.</summary>
    public int RegularizedLength { get; private set; }

    public int OffsetOf(Tensor tensor) => offsets[tensor];
}
