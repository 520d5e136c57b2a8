using System.Linq;
using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Layers;

/// <summary>What a kind of layer sees while it is bound.</summary>
internal sealed class LayerBinding(Layer layer, Declaration declaration, Problems problems)
{
    public Layer Layer { get; } = layer;

    /// <summary>The shape of the previous node's output.</summary>
    public Shape Input => Layer.Inputs[0].Shape;

    /// <summary>The named node's shape.</summary>
    public Shape Operand => Layer.Inputs[1].Shape;

    /// <summary>Declares a tensor that is learned.</summary>
    public void Parameter(string name, Shape shape, Init init, double scale = 0, bool regularized = false, bool transposed = false) =>
        Layer.Parameters.Add(new ParameterTensor($"{Layer.Name}.{name}", shape, init, scale, regularized, Transposed: transposed));

    /// <summary>Declares a tensor that is not learned, but saved with those that are.</summary>
    public void Buffer(string name, Shape shape, double value) =>
        Layer.Parameters.Add(new ParameterTensor($"{Layer.Name}.{name}", shape, Init.Constant, value, Regularized: false, Learned: false));

    /// <summary>A method of the user's, or null.</summary>
    public ActivationMethod? FindActivation(string name) => declaration.Activations.FirstOrDefault(method => method.Name == name);

    /// <summary>Reports a problem at the layer's attribute.</summary>
    public void Report(ProblemKind kind, string message) => problems.Add(kind, Layer.Position, message);

    /// <summary>Reports an argument that is not in its range, if there is a complaint.</summary>
    public bool Accept(string? complaint) => problems.Accept(complaint is null ? null : $"'{Layer.Name}': {complaint}", Layer.Position);
}
