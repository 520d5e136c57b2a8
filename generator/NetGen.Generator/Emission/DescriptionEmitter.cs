using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Binding;
using NetGen.Generator.Expressions;
using NetGen.Generator.Infrastructure;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>Writes the network as plain data.</summary>
internal sealed class DescriptionEmitter(CodeWriter writer, CompiledNetwork compiled)
{
    private readonly Network network = compiled.Network;

    public void Emit()
    {
        writer.Line("/// <summary>What was declared.</summary>");
        using (writer.Block("private static class Declared"))
        {
            EmitTensors();
            EmitLayouts();
            writer.Line("public static readonly global::NetGen.NetworkDescription Description = new()");
            writer.Line("{");
            using (writer.Indented())
            {
                EmitProperties();
            }

            writer.Line("};");
        }
    }

    private void EmitTensors()
    {
        EmitArray("TensorDescription", "Tensors", network.Parameters.Select(p =>
            $"new(\"{p.Name}\", {p.Shape}, global::NetGen.Init.{p.Init}, {ElementType.HostLiteral(p.Scale)}, {(p.Regularized ? "true" : "false")}){(p.Learned ? "" : " { Learned = false }")}"));
    }

    private void EmitLayouts()
    {
        var tensors = compiled.Program.Saved.ToDictionary(tensor => tensor.Name);
        EmitArray("Weights.TensorLayout", "Layouts", network.Parameters.Select((parameter, index) =>
        {
            var tensor = tensors[parameter.Name];
            bool inStrips = tensor.IsInStrips();
            int stride = inStrips ? Padding.Strip : compiled.Parameters.StrideOf(tensor);
            string strides = parameter.Shape.Rank == 1 ? "1" : parameter.Transposed ? $"1, {stride}" : $"{stride}, 1";
            return $"new(Tensors[{index}], {compiled.Parameters.OffsetOf(tensor)}, {strides}){(inStrips ? " { InStrips = true }" : "")}";
        }));
    }

    private void EmitArray(string type, string name, IEnumerable<string> items)
    {
        writer.Line($"public static readonly global::NetGen.{type}[] {name} =");
        writer.Line("[");
        using (writer.Indented())
        {
            foreach (string item in items)
            {
                writer.Line(item + ",");
            }
        }

        writer.Line("];").Gap();
    }

    private void EmitProperties()
    {
        writer.Line($"Name = \"{network.Class.Name}\",");
        writer.Line($"Precision = global::NetGen.Precision.{network.Precision},");
        writer.Line("Tensors = Tensors,");
        writer.Line($"Loss = {Operation(network.LossAttribute)},");
        writer.Line($"Optimizer = {Operation(network.OptimizerAttribute)},");
        if (network.Regularize is { } regularize)
        {
            writer.Line($"Regularize = {Operation(regularize)},");
        }

        if (network.ClipGradients is { } clip)
        {
            writer.Line($"ClipGradients = {Operation(clip)},");
        }

        writer.Line("Layers =");
        writer.Line("[");
        using (writer.Indented())
        {
            foreach (var layer in network.Layers)
            {
                string inputs = string.Join(", ", layer.Inputs.Select(input => $"\"{input.Name}\""));
                writer.Line($"new(\"{layer.Name}\", \"{layer.Op}\", [{inputs}], {layer.Shape}, [{Arguments(layer.Attribute)}]){Function(layer)},");
            }
        }

        writer.Line("],");
    }

    private static string Operation(Attribute attribute) => $"new(\"{OpName.Of(attribute.GetType())}\", [{Arguments(attribute)}])";

    private static string Arguments(Attribute attribute)
    {
        var numbers = attribute.GetType().GetProperties()
            .Where(property => property.PropertyType == typeof(double) || property.PropertyType == typeof(int) || property.PropertyType == typeof(bool))
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => $"new(\"{Names.Camel(property.Name)}\", {ElementType.HostLiteral(Convert.ToDouble(property.GetValue(attribute), CultureInfo.InvariantCulture))})");
        return string.Join(", ", numbers);
    }

    private static string Function(Layer layer)
    {
        if (layer.Function is not { } function)
        {
            return "";
        }

        return $" {{ Function = static x => {ExpressionWriter.Inline(new HostTarget(_ => "x"), function.Body)} }}";
    }
}
