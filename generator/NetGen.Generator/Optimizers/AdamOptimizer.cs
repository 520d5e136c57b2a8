using NetGen.Generator.Binding;
using NetGen.Generator.Expressions;
using static NetGen.Generator.Expressions.Algebra;

namespace NetGen.Generator.Optimizers;

/// <summary>Adam.</summary>
internal sealed class AdamOptimizer : OptimizerKind<AdamAttribute>
{
    protected override void Bind(AdamAttribute adam, OptimizerBinding binding) =>
        new AdamForm(adam.Beta1, adam.Beta2, adam.Epsilon, adam.AmsGrad, adam.BiasCorrection, adam.EpsilonInsideRoot).Bind(binding);

    protected override void Lower(AdamAttribute adam, UpdateRule rule)
    {
        var form = new AdamForm(adam.Beta1, adam.Beta2, adam.Epsilon, adam.AmsGrad, adam.BiasCorrection, adam.EpsilonInsideRoot);
        rule.SetWeight(rule.Weight - form.Step(rule));
    }
}

/// <summary>Adam with decoupled weight decay.</summary>
internal sealed class AdamWOptimizer : OptimizerKind<AdamWAttribute>
{
    protected override void Bind(AdamWAttribute adam, OptimizerBinding binding)
    {
        binding.Accept(Ranges.NotNegative("WeightDecay", adam.WeightDecay));
        new AdamForm(adam.Beta1, adam.Beta2, adam.Epsilon, adam.AmsGrad, adam.BiasCorrection, adam.EpsilonInsideRoot).Bind(binding);
    }

    protected override void Lower(AdamWAttribute adam, UpdateRule rule)
    {
        var form = new AdamForm(adam.Beta1, adam.Beta2, adam.Epsilon, adam.AmsGrad, adam.BiasCorrection, adam.EpsilonInsideRoot);
        var kept = rule.Once("kept", 1 - (adam.WeightDecay * rule.Rate));
        rule.SetWeight((kept * rule.Weight) - form.Step(rule));
    }
}

/// <summary>The step that <see cref="AdamOptimizer"/> and <see cref="AdamWOptimizer"/> share.</summary>
internal sealed record AdamForm(double Beta1, double Beta2, double Epsilon, bool AmsGrad, bool BiasCorrection, bool EpsilonInsideRoot)
{
    public void Bind(OptimizerBinding binding)
    {
        binding.Accept(Ranges.BelowOne("Beta1", Beta1));
        binding.Accept(Ranges.BelowOne("Beta2", Beta2));
        binding.Accept(Ranges.NotNegative("Epsilon", Epsilon));
    }

    public Expression Step(UpdateRule rule)
    {
        var gradient = rule.Gradient;
        var mean = rule.State("mean");
        var square = rule.State("meanSquare");
        var nextMean = rule.SetDecaying(mean, (Beta1 * (Expression)mean) + ((1 - Beta1) * gradient));
        var nextSquare = rule.SetDecayingSquare(square, (Beta2 * (Expression)square) + ((1 - Beta2) * Square(gradient)), Epsilon);
        if (AmsGrad)
        {
            var largest = rule.State("largestMeanSquare");
            nextSquare = rule.Set(largest, Max(largest, nextSquare));
        }

        Expression rate = rule.Rate;
        Expression rootFactor = 1;
        if (BiasCorrection)
        {
            // The means are short of what they estimate by 1 − beta^t; both corrections are the same for all parameters.
            var power1 = rule.Step("beta1Power", 1, power => Beta1 * power);
            var power2 = rule.Step("beta2Power", 1, power => Beta2 * power);
            rate /= 1 - power1;
            rootFactor = rule.Once("rootCorrection", 1 / Sqrt(1 - power2));
        }

        var stepSize = rule.Once("stepSize", rate);
        var divisor = EpsilonInsideRoot
            ? Sqrt((Square(rootFactor) * nextSquare) + Epsilon)
            : (rootFactor * Sqrt(nextSquare)) + Epsilon;
        return stepSize * (nextMean / divisor);
    }
}
