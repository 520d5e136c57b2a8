using System;
using NetGen.Generator.Binding;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Layers;

/// <summary>An activation that is an expression of one value and has nothing to learn.</summary>
internal sealed class PointwiseLayer<TAttribute>(
    Func<TAttribute, Expression, Expression> value,
    Init suitedInit,
    Func<TAttribute, string?>? complaint)
    : LayerKind<TAttribute>
    where TAttribute : LayerAttribute
{
    public override Init SuitedInit => suitedInit;

    protected override Shape? Bind(LayerBinding binding, TAttribute attribute) =>
        binding.Accept(complaint?.Invoke(attribute)) ? binding.Input : null;

    protected override Tensor Lower(LayerLowering lowering, TAttribute attribute) =>
        lowering.Map(value(attribute, new Read(lowering.Input)));
}
