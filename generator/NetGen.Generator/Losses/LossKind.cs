using System;
using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Losses;

/// <summary>All that the compiler knows of one kind of loss.</summary>
internal abstract class LossKind
{
    /// <summary>What declares it.</summary>
    public abstract Type AttributeType { get; }

    /// <summary>Whether targets are class indices, and not values of the output's shape.</summary>
    public virtual bool TakesLabels => false;

    /// <summary>How outputs become probabilities, where they do.</summary>
    public virtual Probabilities Probabilities => Probabilities.None;

    /// <summary>Reports what does not fit the network or its range.</summary>
    public abstract void Bind(LossBinding binding);

    /// <summary>Appends the operations that sum the loss over the batch.</summary>
    public abstract void Lower(LossLowering lowering);
}

/// <summary>A kind of loss with its attribute's type.</summary>
internal abstract class LossKind<TAttribute> : LossKind
    where TAttribute : LossAttribute
{
    public sealed override Type AttributeType => typeof(TAttribute);

    public sealed override void Bind(LossBinding binding) => Bind(binding, (TAttribute)binding.Attribute);

    public sealed override void Lower(LossLowering lowering) => Lower(lowering, (TAttribute)lowering.Attribute);

    protected abstract void Bind(LossBinding binding, TAttribute loss);

    protected abstract void Lower(LossLowering lowering, TAttribute loss);
}

/// <summary>How a loss understands the outputs as probabilities.</summary>
internal enum Probabilities
{
    None,
    Softmax,
    Sigmoid,
}

/// <summary>What a kind of loss sees while it is bound.</summary>
internal sealed class LossBinding(LossAttribute attribute, Layer output, int position, Problems problems)
{
    public LossAttribute Attribute { get; } = attribute;

    public Layer Output { get; } = output;

    /// <summary>Reports a problem at the loss.</summary>
    public void Report(ProblemKind kind, string message) => problems.Add(kind, position, message);

    /// <summary>Reports an argument that is not in its range, if there is a complaint.</summary>
    public bool Accept(string? complaint) => problems.Accept(complaint, position);
}

/// <summary>What a kind of loss sees while it is lowered.</summary>
internal sealed class LossLowering(LossAttribute attribute, TensorProgram program)
{
    public LossAttribute Attribute { get; } = attribute;

    public Tensor Output => program.Output;

    public Tensor Target => program.Target;

    /// <summary>What each sample counts for, of a loss that takes labels.</summary>
    public Tensor SampleWeights => program.SampleWeights!;

    /// <summary>Appends an operation and returns its result.</summary>
    public Tensor Append(Operation operation)
    {
        program.Loss.Add(operation);
        return operation.Result;
    }

    /// <summary>
    /// Ends with the sum of an expression over the batch. The loss is its mean, for which each sample counts as
    /// <paramref name="count"/> things.
    /// </summary>
    public void Finish(Space space, Expression each, int count)
    {
        Append(new Reduce(program.LossSum, Join.Sum, Axes.All, space, each));
        program.LossCount = count;
    }
}
