using System;
using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Optimizers;

/// <summary>All that the compiler knows of one kind of optimizer.</summary>
internal abstract class OptimizerKind
{
    /// <summary>What declares it.</summary>
    public abstract Type AttributeType { get; }

    /// <summary>Reports arguments that are out of range.</summary>
    public abstract void Bind(OptimizerAttribute attribute, OptimizerBinding binding);

    /// <summary>Writes the update of one parameter.</summary>
    public abstract void Lower(OptimizerAttribute attribute, UpdateRule rule);
}

/// <summary>A kind of optimizer with its attribute's type.</summary>
internal abstract class OptimizerKind<TAttribute> : OptimizerKind
    where TAttribute : OptimizerAttribute
{
    public sealed override Type AttributeType => typeof(TAttribute);

    public sealed override void Bind(OptimizerAttribute attribute, OptimizerBinding binding)
    {
        binding.Accept(Ranges.Positive("LearningRate", attribute.LearningRate));
        Bind((TAttribute)attribute, binding);
    }

    public sealed override void Lower(OptimizerAttribute attribute, UpdateRule rule) => Lower((TAttribute)attribute, rule);

    protected abstract void Bind(TAttribute optimizer, OptimizerBinding binding);

    protected abstract void Lower(TAttribute optimizer, UpdateRule rule);
}

/// <summary>What a kind of optimizer sees while it is bound.</summary>
internal sealed class OptimizerBinding(int position, Problems problems)
{
    /// <summary>Reports an argument that is not in its range, if there is a complaint.</summary>
    public bool Accept(string? complaint) => problems.Accept(complaint, position);
}
