using System;

namespace NetGen;

/// <summary>The first node: the shape of one sample, channels first, without the batch axis.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InputAttribute : LayerAttribute
{
    /// <summary>Declares the shape of one sample.</summary>
    /// <param name="shape">One or more positive sizes: <c>[Input(64)]</c>, <c>[Input(3, 32, 32)]</c>.</param>
    public InputAttribute(params int[] shape) => Shape = shape;

    /// <summary>The shape of one sample.</summary>
    public int[] Shape { get; }
}
