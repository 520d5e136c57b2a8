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
    /// <summary>The forward pass of training and the loss; <see cref="Differentiation.Differentiator"/> adds the rest.</summary>
    public static TensorProgram Lower(Network network)
    {
        var outputs = new Space(true, network.Output.Shape.Rows, network.Output.Shape.Columns);
        bool labels = network.Loss.TakesLabels;
        var program = new TensorProgram(InputOf(network), labels ? outputs.PerRow("labels") : outputs.Matrix("targets"))
        {
            SampleWeights = labels ? outputs.PerRow("sampleWeights") : null,
        };
        LowerLayers(network, program, Mode.Training);
        network.Loss.Lower(new LossLowering(network.LossAttribute, program));
        return program;
    }

    /// <summary>The forward pass of prediction, on the parameters of the program for training; that one itself where they agree.</summary>
    public static TensorProgram LowerPrediction(Network network, TensorProgram training)
    {
        if (!network.HasModes)
        {
            return training;
        }

        var program = training.CreateSimilar();
        LowerLayers(network, program, Mode.Prediction);
        return program;
    }

    private static void LowerLayers(Network network, TensorProgram program, Mode mode)
    {
        var values = new Dictionary<Layer, Tensor> { [network.Input] = program.Input };
        for (int place = 1; place < network.Layers.Count; place++)
        {
            var layer = network.Layers[place];
            values[layer] = layer.Kind.Lower(new LayerLowering(network, place, mode, values, program));
        }

        program.Output = values[network.Output];
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
