using System;
using NetGen.Generator.Binding;
using NetGen.Generator.Expressions;
using NetGen.Generator.Lowering;
using NetGen.Generator.Programs;
using static NetGen.Generator.Expressions.Algebra;

namespace NetGen.Generator.Layers;

/// <summary>A layer that training alone has: prediction passes its input on.</summary>
internal abstract class NoiseLayer<TAttribute> : LayerKind<TAttribute>
    where TAttribute : LayerAttribute
{
    public override Init SuitedInit => Init.Default;

    public override bool HasModes => true;

    protected sealed override Shape? Bind(LayerBinding binding, TAttribute attribute) =>
        binding.Accept(ComplaintOf(attribute)) ? binding.Input : null;

    protected sealed override Tensor Lower(LayerLowering lowering, TAttribute attribute) =>
        lowering.Mode == Mode.Training ? lowering.Map(Disturb(lowering, attribute, new Read(lowering.Input))) : lowering.Input;

    protected abstract string? ComplaintOf(TAttribute attribute);

    protected abstract Expression Disturb(LayerLowering lowering, TAttribute attribute, Expression x);
}

/// <summary>0 with a probability of <c>rate</c>, <c>x / (1 − rate)</c> elsewhere.</summary>
internal sealed class DropoutLayer : NoiseLayer<DropoutAttribute>
{
    protected override string? ComplaintOf(DropoutAttribute dropout) => Ranges.BelowOne("Rate", dropout.Rate);

    protected override Expression Disturb(LayerLowering lowering, DropoutAttribute dropout, Expression x) =>
        x * Choose(Less(lowering.Uniform("key"), dropout.Rate), 0, 1 / (1 - dropout.Rate));
}

/// <summary><c>x + deviation · z</c> with z from the standard normal distribution, made of two uniform numbers (Box and Muller 1958).</summary>
internal sealed class GaussianNoiseLayer : NoiseLayer<GaussianNoiseAttribute>
{
    protected override string? ComplaintOf(GaussianNoiseAttribute noise) => Ranges.NotNegative("StandardDeviation", noise.StandardDeviation);

    // The logarithm needs a number above 0.
    protected override Expression Disturb(LayerLowering lowering, GaussianNoiseAttribute noise, Expression x) =>
        x + (noise.StandardDeviation * Sqrt(-2 * Log(1 - lowering.Uniform("radius", 0))) * Call(Function.Cos, 2 * Math.PI * lowering.Uniform("angle", 1)));
}
