namespace NetGen.Reference;

/// <summary>The layers of a network, each reading earlier ones by name.</summary>
internal sealed class Graph
{
    private readonly LayerDescription input;
    private readonly List<(LayerDescription Description, Layer Layer)> layers = [];

    /// <param name="description">The network.</param>
    /// <param name="parameters">Its parameters by name.</param>
    public Graph(NetworkDescription description, IReadOnlyDictionary<string, Tensor> parameters)
    {
        input = description.Layers[0];
        if (input.Op != "Input")
        {
            throw new ArgumentException($"The first layer of '{description.Name}' is {input.Op}, not Input.");
        }

        foreach (var layer in description.Layers.Skip(1))
        {
            var created = LayerKinds.Create(layer, tensor => Find(parameters, $"{layer.Name}.{tensor}"));
            layers.Add((layer, created));
            created.Place = layers.Count;
        }
    }

    /// <summary>Computes every layer in order.</summary>
    /// <returns>The last layer's output, [samples, ...].</returns>
    public Tensor Forward(Tape tape, double[] inputs)
    {
        var outputs = new Dictionary<string, Tensor> { [input.Name] = Batch(inputs) };
        var last = outputs[input.Name];
        foreach (var (description, layer) in layers)
        {
            last = layer.Forward(tape, [.. description.Inputs.Select(name => Find(outputs, name, description))]);
            RequireShape(description, last);
            outputs.Add(description.Name, last);
        }

        return last;
    }

    private Tensor Batch(double[] inputs)
    {
        int size = input.Shape.Aggregate(1, (product, length) => product * length);
        if (inputs.Length == 0 || inputs.Length % size != 0)
        {
            throw new ArgumentException($"Expected samples of {Sizes.Text(input.Shape)}, a multiple of {size} elements, but got {inputs.Length}.");
        }

        var batch = new Tensor([inputs.Length / size, .. input.Shape]);
        inputs.CopyTo(batch.Data, 0);
        return batch;
    }

    // The shapes of a description were inferred by the compiler; here they are computed, and the two must agree.
    private static void RequireShape(LayerDescription layer, Tensor output)
    {
        if (!output.Shape.Skip(1).SequenceEqual(layer.Shape))
        {
            throw new ArgumentException(
                $"Layer '{layer.Name}' gives {Sizes.Text(output.Shape.Skip(1))}, but its description says {Sizes.Text(layer.Shape)}.");
        }
    }

    private static Tensor Find(Dictionary<string, Tensor> outputs, string name, LayerDescription reader) =>
        outputs.TryGetValue(name, out var output)
            ? output
            : throw new ArgumentException($"Layer '{reader.Name}' reads '{name}', which is not an earlier layer.");

    private static Tensor Find(IReadOnlyDictionary<string, Tensor> parameters, string name) =>
        parameters.TryGetValue(name, out var parameter)
            ? parameter
            : throw new ArgumentException($"The description has no tensor '{name}'; it has {string.Join(", ", parameters.Keys)}.");
}
