using System;

namespace NetGen;

/// <summary>
/// An activation of the user's own. On a static method of one <c>float</c> or <c>double</c>, with an expression body or
/// local variables and a return, it says that the compiler may read and differentiate it; on a network, it is the node that
/// applies the method, which stands in the same class or in one around it: <c>[Dense(8), Activation(nameof(Snake))]</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ActivationAttribute : LayerAttribute
{
    /// <summary>Marks a method as an activation.</summary>
    public ActivationAttribute() => Method = "";

    /// <summary>Applies a method to every element of the previous node's output.</summary>
    /// <param name="method">The name of a method marked <c>[Activation]</c>.</param>
    public ActivationAttribute(string method) => Method = method;

    /// <summary>The name of the method; empty on the method itself.</summary>
    public string Method { get; }
}
