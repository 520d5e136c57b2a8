using NetGen.Generator.Binding;
using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Algebra;

namespace NetGen.Generator.Optimizers;

/// <summary>Steps divided by the root of the sum of all squares so far.</summary>
internal sealed class AdaGradOptimizer : OptimizerKind<AdaGradAttribute>
{
    protected override void Bind(AdaGradAttribute adaGrad, OptimizerBinding binding) =>
        binding.Accept(Ranges.NotNegative("Epsilon", adaGrad.Epsilon));

    protected override void Lower(AdaGradAttribute adaGrad, UpdateRule rule)
    {
        var rate = rule.Once("rate", rule.Rate);
        var sum = rule.State("squareSum");
        var next = rule.Set(sum, (Expression)sum + Square(rule.Gradient));
        rule.SetWeight(rule.Weight - (rate * (rule.Gradient / (Sqrt(next) + adaGrad.Epsilon))));
    }
}

/// <summary>Steps in proportion to the root mean square of earlier steps over that of gradients.</summary>
internal sealed class AdaDeltaOptimizer : OptimizerKind<AdaDeltaAttribute>
{
    protected override void Bind(AdaDeltaAttribute adaDelta, OptimizerBinding binding)
    {
        binding.Accept(Ranges.BelowOne("Decay", adaDelta.Decay));
        binding.Accept(Ranges.Positive("Epsilon", adaDelta.Epsilon));
    }

    protected override void Lower(AdaDeltaAttribute adaDelta, UpdateRule rule)
    {
        var rate = rule.Once("rate", rule.Rate);
        var gradients = rule.State("meanSquareGradient");
        var steps = rule.State("meanSquareStep");
        var square = rule.SetDecayingSquare(gradients, Mean(adaDelta.Decay, gradients, rule.Gradient), adaDelta.Epsilon);
        var step = Sqrt(steps + (Expression)adaDelta.Epsilon) / Sqrt(square + adaDelta.Epsilon) * rule.Gradient;
        rule.SetDecayingSquare(steps, Mean(adaDelta.Decay, steps, step), adaDelta.Epsilon);
        rule.SetWeight(rule.Weight - (rate * step));
    }

    private static Expression Mean(double decay, Expression mean, Expression value) => (decay * mean) + ((1 - decay) * Square(value));
}
