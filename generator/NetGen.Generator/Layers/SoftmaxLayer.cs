using NetGen.Generator.Binding;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;
using static NetGen.Generator.Expressions.Algebra;

namespace NetGen.Generator.Layers;

/// <summary><c>exp(x) / Σ exp(x)</c> over the last axis.</summary>
internal sealed class SoftmaxLayer : LayerKind<SoftmaxAttribute>
{
    protected override Shape? Bind(LayerBinding binding, SoftmaxAttribute attribute) => binding.Input;

    protected override Tensor Lower(LayerLowering lowering, SoftmaxAttribute attribute)
    {
        string name = lowering.Layer.Name;
        var input = lowering.Input;
        Expression x = new Read(input);

        // A shift changes nothing, so no gradient flows through the maximum; it keeps exp from overflowing.
        var max = lowering.Append(new Reduce(input.Space.PerRow($"{name}.max"), Join.Max, Axes.Columns, input.Space, x, Detached: true));
        var power = lowering.Append(new Map(input.Space.Matrix($"{name}.exp"), Exp(x - new Read(max))));
        var sum = lowering.Append(new Reduce(input.Space.PerRow($"{name}.sum"), Join.Sum, Axes.Columns, input.Space, new Read(power)));
        return lowering.Map(new Read(power) / new Read(sum));
    }
}
