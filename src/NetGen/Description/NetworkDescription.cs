namespace NetGen;

/// <summary>A network as plain data: what was declared, with every default filled in and every shape inferred.</summary>
public sealed record NetworkDescription
{
    /// <summary>The name of the class.</summary>
    public required string Name { get; init; }

    /// <summary>The element type that the network computes in.</summary>
    public required Precision Precision { get; init; }

    /// <summary>The nodes in order; the first is the input.</summary>
    public required IReadOnlyList<LayerDescription> Layers { get; init; }

    /// <summary>The tensors in the order of their layers, learned or not, under PyTorch's names and shapes.</summary>
    public required IReadOnlyList<TensorDescription> Tensors { get; init; }

    /// <summary>What training makes small.</summary>
    public required OperationDescription Loss { get; init; }

    /// <summary>How parameters follow their gradients.</summary>
    public required OperationDescription Optimizer { get; init; }

    /// <summary>Penalties on weights (<c>l1</c>, <c>l2</c>), or null.</summary>
    public OperationDescription? Regularize { get; init; }

    /// <summary>Limits on gradients (<c>norm</c> or <c>value</c>), or null.</summary>
    public OperationDescription? ClipGradients { get; init; }

    /// <summary>The shape of one input sample, without the batch axis.</summary>
    public IReadOnlyList<int> InputShape => Layers[0].Shape;

    /// <summary>The shape of one sample's outputs, without the batch axis.</summary>
    public IReadOnlyList<int> OutputShape => Layers[^1].Shape;

    /// <summary>The number of elements of one input sample.</summary>
    public int InputSize => SizeOf(InputShape);

    /// <summary>The number of elements of one sample's outputs.</summary>
    public int OutputSize => SizeOf(OutputShape);

    /// <summary>Whether targets are probabilities, from 0 to 1.</summary>
    internal bool TakesProbabilities => Loss.Op == "BinaryCrossEntropy";

    /// <summary>The declaration, a line for each of its parts: layers with their shapes, loss, optimizer. The same in any culture.</summary>
    public override string ToString()
    {
        OperationDescription?[] rest = [Loss, Optimizer, Regularize, ClipGradients];
        return string.Join('\n', [$"{Name} ({Precision})", .. Layers, .. rest.Where(operation => operation is not null)]);
    }

    private static int SizeOf(IReadOnlyList<int> shape)
    {
        int size = 1;
        for (int axis = 0; axis < shape.Count; axis++)
        {
            size *= shape[axis];
        }

        return size;
    }
}
