using NetGen.Generator.Binding;
using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Algebra;

namespace NetGen.Generator.Optimizers;

/// <summary>Steps divided by the root of a moving mean square.</summary>
internal sealed class RmsPropOptimizer : OptimizerKind<RmsPropAttribute>
{
    protected override void Bind(RmsPropAttribute rmsProp, OptimizerBinding binding)
    {
        binding.Accept(Ranges.BelowOne("Decay", rmsProp.Decay));
        binding.Accept(Ranges.BelowOne("Momentum", rmsProp.Momentum));
        binding.Accept(Ranges.NotNegative("Epsilon", rmsProp.Epsilon));
    }

    protected override void Lower(RmsPropAttribute rmsProp, UpdateRule rule)
    {
        var gradient = rule.Gradient;
        var rate = rule.Once("rate", rule.Rate);
        var square = rule.State("meanSquare");
        var variance = rule.SetDecayingSquare(square, (rmsProp.Decay * (Expression)square) + ((1 - rmsProp.Decay) * Square(gradient)), rmsProp.Epsilon);
        if (rmsProp.Centered)
        {
            var mean = rule.State("meanGradient");
            variance -= Square(rule.SetDecaying(mean, (rmsProp.Decay * (Expression)mean) + ((1 - rmsProp.Decay) * gradient)));

            // Where gradients hardly vary, the difference is below 0 by its rounding.
            variance = Max(variance, Zero);
        }

        var divisor = rmsProp.EpsilonInsideRoot ? Sqrt(variance + rmsProp.Epsilon) : Sqrt(variance) + rmsProp.Epsilon;
        var step = gradient / divisor;
        if (rmsProp.Momentum != 0)
        {
            var velocity = rule.State("velocity");
            step = rule.SetDecaying(velocity, (rmsProp.Momentum * (Expression)velocity) + step);
        }

        rule.SetWeight(rule.Weight - (rate * step));
    }
}
