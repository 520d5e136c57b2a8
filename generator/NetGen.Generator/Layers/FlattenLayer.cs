using NetGen.Generator.Binding;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Layers;

/// <summary>[a, b, c] to [a · b · c], in row-major order.</summary>
internal sealed class FlattenLayer : LayerKind<FlattenAttribute>
{
    public override Init SuitedInit => Init.Default;

    protected override Shape? Bind(LayerBinding binding, FlattenAttribute attribute) => new(binding.Input.Size);

    protected override Tensor Lower(LayerLowering lowering, FlattenAttribute attribute) =>
        lowering.Input.Rows == 1
            ? lowering.Input
            : lowering.Append(new Rearrange(lowering.Output(), 0, lowering.Input, 0, lowering.Input.Size));
}
