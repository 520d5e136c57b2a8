using NetGen.Generator.Binding;
using NetGen.Generator.Expressions;
using static System.FormattableString;
using static NetGen.Generator.Expressions.Algebra;

namespace NetGen.Generator.Optimizers;

/// <summary>Stochastic gradient descent, with momentum.</summary>
internal sealed class SgdOptimizer : OptimizerKind<SgdAttribute>
{
    protected override void Bind(SgdAttribute sgd, OptimizerBinding binding)
    {
        binding.Accept(sgd is { Nesterov: true, Momentum: 0 }
            ? "Momentum must be positive under Nesterov, but is 0"
            : Ranges.BelowOne("Momentum", sgd.Momentum));
        binding.Accept(sgd.Nesterov && sgd.Dampening != 0
            ? Invariant($"Dampening must be 0 under Nesterov, but is {sgd.Dampening}")
            : Ranges.Share("Dampening", sgd.Dampening));
    }

    protected override void Lower(SgdAttribute sgd, UpdateRule rule)
    {
        var gradient = rule.Gradient;
        var rate = rule.Once("rate", rule.Rate);
        if (sgd.Momentum == 0)
        {
            rule.SetWeight(rule.Weight - (rate * gradient));
            return;
        }

        // The first velocity is the gradient itself, whatever the dampening.
        var entering = gradient;
        if (sgd.Dampening != 0)
        {
            var step = rule.Step("stepNumber", 0, number => number + 1);
            entering = rule.Once("share", Choose(Equal(step, 1), 1, 1 - sgd.Dampening)) * gradient;
        }

        var velocity = rule.State("velocity");
        var next = rule.SetDecaying(velocity, (sgd.Momentum * (Expression)velocity) + entering);
        rule.SetWeight(rule.Weight - (rate * (sgd.Nesterov ? gradient + (sgd.Momentum * next) : next)));
    }
}
