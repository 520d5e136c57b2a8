using System.Linq;
using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Layers;

/// <summary>A layer that joins the previous node's output and an earlier one's.</summary>
internal abstract class CombiningLayer<TAttribute> : LayerKind<TAttribute>
    where TAttribute : CombiningAttribute
{
    public override Init SuitedInit => Init.Default;

    protected static Shape? SameShape(LayerBinding binding)
    {
        if (binding.Input == binding.Operand)
        {
            return binding.Input;
        }

        var (previous, named) = (binding.Layer.Inputs[0], binding.Layer.Inputs[1]);
        binding.Report(
            ProblemKind.ShapesDoNotMeet,
            $"{binding.Layer.Op} needs two equal shapes, but '{previous.Name}' is {previous.Shape} and '{named.Name}' is {named.Shape}");
        return null;
    }
}

/// <summary>The sum of two nodes.</summary>
internal sealed class AddLayer : CombiningLayer<AddAttribute>
{
    protected override Shape? Bind(LayerBinding binding, AddAttribute attribute) => SameShape(binding);

    protected override Tensor Lower(LayerLowering lowering, AddAttribute attribute) =>
        lowering.Map(new Read(lowering.Input) + new Read(lowering.Operand));
}

/// <summary>The product of two nodes, element by element.</summary>
internal sealed class MultiplyLayer : CombiningLayer<MultiplyAttribute>
{
    protected override Shape? Bind(LayerBinding binding, MultiplyAttribute attribute) => SameShape(binding);

    protected override Tensor Lower(LayerLowering lowering, MultiplyAttribute attribute) =>
        lowering.Map(new Read(lowering.Input) * new Read(lowering.Operand));
}

/// <summary>Two nodes joined on the first axis.</summary>
internal sealed class ConcatLayer : CombiningLayer<ConcatAttribute>
{
    protected override Shape? Bind(LayerBinding binding, ConcatAttribute attribute)
    {
        var (first, second) = (binding.Input, binding.Operand);
        if (first.Rank == second.Rank && first.Sizes.Skip(1).SequenceEqual(second.Sizes.Skip(1)))
        {
            return new Shape([first.Sizes[0] + second.Sizes[0], .. first.Sizes.Skip(1)]);
        }

        var (previous, named) = (binding.Layer.Inputs[0], binding.Layer.Inputs[1]);
        binding.Report(
            ProblemKind.ShapesDoNotMeet,
            $"Concat needs shapes that differ on the first axis only, but '{previous.Name}' is {first} and '{named.Name}' is {second}");
        return null;
    }

    protected override Tensor Lower(LayerLowering lowering, ConcatAttribute attribute)
    {
        var (first, second) = (lowering.Input, lowering.Operand);
        var joined = lowering.Append(new Rearrange(lowering.Output(), 0, first, 0, first.Size));
        return lowering.Append(new Rearrange(joined, first.Size, second, 0, second.Size));
    }
}
