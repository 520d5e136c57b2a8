using System;

namespace NetGen;

/// <summary>How parameters follow their gradients. A network without an optimizer is trained by <see cref="AdamAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class OptimizerAttribute : Attribute
{
    /// <summary>Sets the default learning rate of the optimizer.</summary>
    /// <param name="learningRate">The default.</param>
    protected OptimizerAttribute(double learningRate) => LearningRate = learningRate;

    /// <summary>The learning rate that a trainer starts with; it can be changed at any step.</summary>
    public double LearningRate { get; set; }
}
