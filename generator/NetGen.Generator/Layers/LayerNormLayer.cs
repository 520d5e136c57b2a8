using NetGen.Generator.Binding;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;
using static NetGen.Generator.Expressions.Algebra;

namespace NetGen.Generator.Layers;

/// <summary><c>y = (x − mean) / sqrt(variance + epsilon) · weight + bias</c>, mean and variance over the last axis.</summary>
internal sealed class LayerNormLayer : LayerKind<LayerNormAttribute>
{
    public override Init SuitedInit => Init.Default;

    protected override Shape? Bind(LayerBinding binding, LayerNormAttribute norm)
    {
        if (!binding.Accept(Ranges.Positive("Epsilon", norm.Epsilon)))
        {
            return null;
        }

        binding.Parameter("weight", new Shape(binding.Input.Columns), Init.Constant, scale: 1);
        binding.Parameter("bias", new Shape(binding.Input.Columns), Init.Constant);
        return binding.Input;
    }

    protected override Tensor Lower(LayerLowering lowering, LayerNormAttribute norm)
    {
        var input = lowering.Input;
        Expression x = new Read(input);
        Expression mean = new Read(lowering.MeanOverColumns("mean", x));
        Expression variance = new Read(lowering.MeanOverColumns("variance", Square(x - mean)));
        Expression inverse = new Read(lowering.Append(new Map(input.Space.PerRow($"{lowering.Layer.Name}.inverse"), One / Sqrt(variance + norm.Epsilon))));
        Expression weight = new Read(lowering.Parameter("weight", TensorKind.PerColumn));
        Expression bias = new Read(lowering.Parameter("bias", TensorKind.PerColumn));
        return lowering.Map(((x - mean) * inverse * weight) + bias);
    }
}
