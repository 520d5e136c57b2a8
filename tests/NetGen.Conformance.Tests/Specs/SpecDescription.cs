namespace NetGen.Conformance.Tests.Specs;

/// <summary>Describes a network with all defaults filled in and all shapes inferred, by code that is not the compiler's.</summary>
public static class SpecDescription
{
    public static NetworkDescription Describe(this NetworkSpec spec, Precision precision = Precision.Double)
    {
        var layers = DescribeLayers(spec.Layers);
        return new NetworkDescription
        {
            Name = spec.Name,
            Precision = precision,
            Layers = layers,
            Tensors = [.. layers.SelectMany(layer => DescribeTensors(layer, layers))],
            Loss = new(spec.Loss.Op, OperationDefaults.Fill(spec.Loss, OperationDefaults.Losses)),
            Optimizer = new(spec.Optimizer.Op, OperationDefaults.Fill(spec.Optimizer, OperationDefaults.Optimizers)),
            Regularize = spec.Regularize is null ? null : new("Regularize", OperationDefaults.Fill(spec.Regularize, OperationDefaults.Limits)),
            ClipGradients = spec.Clip is null ? null : new("ClipGradients", OperationDefaults.Fill(spec.Clip, OperationDefaults.Limits)),
        };
    }

    private static List<LayerDescription> DescribeLayers(IReadOnlyList<OperationSpec> specs)
    {
        string[] names = LayerNames.Of(specs);
        var layers = new List<LayerDescription>();
        for (int i = 0; i < specs.Count; i++)
        {
            var spec = specs[i];
            string[] inputs = [.. i == 0 ? [] : new[] { names[i - 1] }, .. spec.With is null ? [] : new[] { spec.With }];
            var shapes = inputs.Select(name => layers.Single(layer => layer.Name == name).Shape);
            layers.Add(new LayerDescription(names[i], spec.Op, inputs, OutputShape(spec, [.. shapes]), OperationDefaults.Fill(spec, OperationDefaults.Layers))
            {
                Function = spec.Function,
            });
        }

        return layers;
    }

    private static int[] OutputShape(OperationSpec layer, IReadOnlyList<int>[] inputs) => layer.Op switch
    {
        "Input" => [.. layer.Shape!],
        "Dense" => [.. inputs[0].SkipLast(1), (int)layer.Arguments.Single(argument => argument.Name == "units").Number],
        "Flatten" => [inputs[0].Aggregate(1, (product, size) => product * size)],
        "Concat" => [inputs[0][0] + inputs[1][0], .. inputs[0].Skip(1)],
        _ => [.. inputs[0]],
    };

    private static IEnumerable<TensorDescription> DescribeTensors(LayerDescription layer, List<LayerDescription> layers)
    {
        if (layer.Op == "Dense")
        {
            var input = layers.Single(other => other.Name == layer.Inputs[0]);
            yield return new($"{layer.Name}.weight", [layer.Shape[^1], input.Shape[^1]], Init.LeCunNormal, 0, Regularized: true);
            if (layer.Flag("bias"))
            {
                yield return new($"{layer.Name}.bias", [layer.Shape[^1]], Init.Normal, 0.1, Regularized: false);
            }
        }
        else if (layer.Op == "PRelu")
        {
            yield return new($"{layer.Name}.weight", [1], Init.Constant, layer.Number("initialSlope"), Regularized: false);
        }

        foreach (var (name, value, learned) in PerColumn(layer.Op))
        {
            yield return new($"{layer.Name}.{name}", [layer.Shape[^1]], Init.Constant, value, Regularized: false) { Learned = learned };
        }
    }

    /// <summary>The tensors that have a value for each column.</summary>
    private static (string Name, double Value, bool Learned)[] PerColumn(string op) => op switch
    {
        "BatchNorm" => [("weight", 1, true), ("bias", 0, true), ("running_mean", 0, false), ("running_var", 1, false)],
        "LayerNorm" => [("weight", 1, true), ("bias", 0, true)],
        "RmsNorm" => [("weight", 1, true)],
        "InputScaling" => [("shift", 0, false), ("scale", 1, false)],
        _ => [],
    };
}
