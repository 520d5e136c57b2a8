using System;

namespace NetGen;

/// <summary>One node of a network. Nodes stand in the order in which data flows; each takes the previous node's output.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public abstract class LayerAttribute : Attribute
{
    /// <summary>
    /// The name that later nodes and tensor names use; by default the kind in camel case and its number among its kind,
    /// from 1: <c>dense2</c>.
    /// </summary>
    public string? Name { get; set; }
}
