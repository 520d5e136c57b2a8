using System;
using System.Collections.Generic;
using NetGen.Generator.Layers;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Binding;

/// <summary>A node with its name, what it reads and what it gives.</summary>
internal sealed class Layer(LayerKind kind, LayerAttribute attribute, NodeDeclaration node, string name, IReadOnlyList<Layer> inputs)
{
    public LayerKind Kind { get; } = kind;

    public LayerAttribute Attribute { get; } = attribute;

    public string Op { get; } = node.Op;

    public int Position { get; } = node.Position;

    public string Name { get; } = name;

    /// <summary>The nodes that it reads: the previous one, then a named one.</summary>
    public IReadOnlyList<Layer> Inputs { get; } = inputs;

    public Shape Shape { get; set; } = new(Array.Empty<int>());

    public List<ParameterTensor> Parameters { get; } = [];

    /// <summary>The user's own function, where it is one.</summary>
    public ActivationMethod? Function { get; set; }
}

/// <summary>A tensor that is saved with the network, in PyTorch's naming and layout.</summary>
/// <param name="Name">The layer's name and the tensor's: <c>dense1.weight</c>.</param>
/// <param name="Shape">Its sizes.</param>
/// <param name="Init">How it is filled before training.</param>
/// <param name="Scale">What some ways of filling take.</param>
/// <param name="Regularized">Whether penalties apply to it.</param>
/// <param name="Learned">Whether the optimizer changes it.</param>
/// <param name="Transposed">Whether its two axes are exchanged in memory.</param>
internal sealed record ParameterTensor(string Name, Shape Shape, Init Init, double Scale, bool Regularized, bool Learned = true, bool Transposed = false)
{
    /// <summary>Its sizes in memory.</summary>
    public Shape Stored => Transposed ? new Shape(Shape.Sizes[1], Shape.Sizes[0]) : Shape;
}
