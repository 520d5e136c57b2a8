using System;

namespace NetGen;

/// <summary>What training makes small: a number per sample and its mean over the batch. A network has exactly one loss.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class LossAttribute : Attribute
{
}
