using System.Collections.Generic;
using NetGen.Generator.Binding;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Layers;

/// <summary>What a kind of layer sees while it is lowered: its operands as tensors, and a place to append operations.</summary>
internal sealed class LayerLowering(Layer layer, IReadOnlyDictionary<Layer, Tensor> values, TensorProgram program)
{
    public Layer Layer { get; } = layer;

    /// <summary>The previous node's output.</summary>
    public Tensor Input => values[Layer.Inputs[0]];

    /// <summary>The named node's output.</summary>
    public Tensor Operand => values[Layer.Inputs[1]];

    /// <summary>An empty matrix of the layer's shape and name.</summary>
    public Tensor Output() => new Space(true, Layer.Shape.Rows, Layer.Shape.Columns).Matrix(Layer.Name);

    /// <summary>Adds a parameter, stored as it is given here, whatever its shape outside.</summary>
    public Tensor Parameter(string name, TensorKind kind, int rows, int columns)
    {
        var tensor = new Tensor($"{Layer.Name}.{name}", kind, false, rows, columns);
        program.Parameters.Add(tensor);
        return tensor;
    }

    /// <summary>Appends an operation and returns its result.</summary>
    public Tensor Append(Operation operation)
    {
        program.Forward.Add(operation);
        return operation.Result;
    }

    /// <summary>Appends a pointwise expression as the layer's output.</summary>
    public Tensor Map(Expression value) => Append(new Map(Output(), value));
}
