using NetGen.Generator.Binding;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;
using static NetGen.Generator.Expressions.Algebra;

namespace NetGen.Generator.Layers;

/// <summary><c>x</c> where positive, <c>weight · x</c> elsewhere, with one slope that is learned.</summary>
internal sealed class PReluLayer : LayerKind<PReluAttribute>
{
    public override Init SuitedInit => Init.HeNormal;

    protected override Shape? Bind(LayerBinding binding, PReluAttribute attribute)
    {
        if (!binding.Accept(Ranges.Finite("InitialSlope", attribute.InitialSlope)))
        {
            return null;
        }

        binding.Parameter("weight", new Shape(1), Init.Constant, attribute.InitialSlope);
        return binding.Input;
    }

    protected override Tensor Lower(LayerLowering lowering, PReluAttribute attribute)
    {
        Expression x = new Read(lowering.Input);
        Expression slope = new Read(lowering.Parameter("weight", TensorKind.Scalar));
        return lowering.Map(Choose(Less(0, x), x, slope * x));
    }
}
