using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Binding;
using NetGen.Generator.Layers;
using NetGen.Generator.Losses;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Lowering;

/// <summary>Turns a network into tensor operations, layer by layer.</summary>
internal static class NetworkLowering
{
    /// <summary>The forward pass and the loss; <see cref="Differentiation.Differentiator"/> adds the rest.</summary>
    public static TensorProgram Lower(Network network)
    {
        var outputs = new Space(true, network.Output.Shape.Rows, network.Output.Shape.Columns);
        bool labels = network.Loss.TakesLabels;
        var program = new TensorProgram(InputOf(network), labels ? outputs.PerRow("labels") : outputs.Matrix("targets"))
        {
            SampleWeights = labels ? outputs.PerRow("sampleWeights") : null,
        };
        var values = new Dictionary<Layer, Tensor> { [network.Input] = program.Input };
        foreach (var layer in network.Layers.Skip(1))
        {
            values[layer] = layer.Kind.Lower(new LayerLowering(layer, values, program));
        }

        program.Output = values[network.Output];
        network.Loss.Lower(new LossLowering(network.LossAttribute, program));
        return program;
    }

    /// <summary>
    /// Samples come one after another without padding, so an input that is only ever flattened is flat already.
    /// </summary>
    private static Tensor InputOf(Network network)
    {
        var shape = network.Input.Shape;
        bool flat = network.Layers.Where(layer => layer.Inputs.Contains(network.Input)).All(layer => layer.Attribute is FlattenAttribute);
        var space = flat ? new Space(true, 1, shape.Size) : new Space(true, shape.Rows, shape.Columns);
        return space.Matrix(network.Input.Name);
    }
}
