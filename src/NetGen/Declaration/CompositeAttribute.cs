using System;

namespace NetGen;

/// <summary>
/// A layer of the user's own that stands for several: an attribute class that derives from this one and carries the nodes as
/// its own attributes, as in <c>[Dense(64), Relu] public sealed class HiddenAttribute : CompositeAttribute;</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public abstract class CompositeAttribute : Attribute
{
}
