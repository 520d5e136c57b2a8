using System;
using NetGen.Generator.Binding;
using static System.FormattableString;

namespace NetGen.Generator.Optimizers;

/// <summary>All that the compiler knows of one kind of optimizer.</summary>
internal abstract class OptimizerKind
{
    /// <summary>Reports arguments that are out of range.</summary>
    public abstract void Bind(OptimizerAttribute attribute, OptimizerBinding binding);

    /// <summary>Writes the update of one parameter.</summary>
    public abstract void Lower(OptimizerAttribute attribute, UpdateRule rule);
}

/// <summary>A kind of optimizer with its attribute's type.</summary>
internal abstract class OptimizerKind<TAttribute> : OptimizerKind
    where TAttribute : OptimizerAttribute
{
    public sealed override void Bind(OptimizerAttribute attribute, OptimizerBinding binding)
    {
        binding.Require("LearningRate", attribute.LearningRate, value => value > 0, "positive");
        Bind((TAttribute)attribute, binding);
    }

    public sealed override void Lower(OptimizerAttribute attribute, UpdateRule rule) => Lower((TAttribute)attribute, rule);

    protected abstract void Bind(TAttribute optimizer, OptimizerBinding binding);

    protected abstract void Lower(TAttribute optimizer, UpdateRule rule);
}

/// <summary>Reports what is wrong with an optimizer's arguments.</summary>
internal sealed class OptimizerBinding(int position, Problems problems)
{
    public void Require(string name, double value, Func<double, bool> holds, string range)
    {
        string? complaint = holds(value) ? Ranges.Finite(name, value) : Invariant($"{name} must be {range}, but is {value}");
        if (complaint is not null)
        {
            problems.Add(ProblemIds.ArgumentOutOfRange, position, complaint);
        }
    }

    /// <summary>A share: from 0 to below 1.</summary>
    public void RequireShare(string name, double value) => Require(name, value, share => share >= 0 && share < 1, "from 0 to below 1");

    public void RequireNotNegative(string name, double value) => Require(name, value, number => number >= 0, "at least 0");
}
