using NetGen.Generator.Binding;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;
using static NetGen.Generator.Expressions.Algebra;

namespace NetGen.Generator.Layers;

/// <summary><c>y = x / sqrt(mean(x²) + epsilon) · weight</c>, the mean over the last axis.</summary>
internal sealed class RmsNormLayer : LayerKind<RmsNormAttribute>
{
    public override Init SuitedInit => Init.Default;

    protected override Shape? Bind(LayerBinding binding, RmsNormAttribute norm)
    {
        if (!binding.Accept(Ranges.Positive("Epsilon", norm.Epsilon)))
        {
            return null;
        }

        binding.Parameter("weight", new Shape(binding.Input.Columns), Init.Constant, scale: 1);
        return binding.Input;
    }

    protected override Tensor Lower(LayerLowering lowering, RmsNormAttribute norm)
    {
        var input = lowering.Input;
        Expression x = new Read(input);
        Expression square = new Read(lowering.MeanOverColumns("square", Square(x)));
        Expression inverse = new Read(lowering.Append(new Map(input.Space.PerRow($"{lowering.Layer.Name}.inverse"), One / Sqrt(square + norm.Epsilon))));
        Expression weight = new Read(lowering.Parameter("weight", TensorKind.PerColumn));
        return lowering.Map(x * inverse * weight);
    }
}
