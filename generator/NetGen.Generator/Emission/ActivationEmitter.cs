using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>Writes how a trainer shows the outputs of its layers to those who watch it.</summary>
/// <param name="writer">Receives the code.</param>
/// <param name="compiled">The network.</param>
/// <param name="place">Names a tensor's place in memory.</param>
internal sealed class ActivationEmitter(CodeWriter writer, CompiledNetwork compiled, Func<Tensor, string> place)
{
    private readonly string type = compiled.Element.Name;

    /// <summary>The layers' outputs in their order, the input first. A layer that returns its input unchanged is not listed.</summary>
    public static IEnumerable<Tensor> OutputsOf(CompiledNetwork compiled)
    {
        var program = compiled.Program;
        var results = program.Forward.Select(operation => operation.Result).ToList();
        return compiled.Network.Layers.Select(layer => layer == compiled.Network.Input ? program.Input : results.LastOrDefault(result => result.Name == layer.Name))
            .OfType<Tensor>();
    }

    public void Emit()
    {
        writer.Gap();
        using (writer.Block($"protected override void VisitActivations(ref {type} inputs, global::NetGen.ActivationVisitor<{type}> visitor)"))
        {
            if (compiled.IsStraightLine)
            {
                writer.Line("Kernels.Visit(Samples, ref inputs, ref Weights, visitor);");
                return;
            }

            foreach (var output in OutputsOf(compiled).Where(IsInMemory))
            {
                string rows = output.Rows == 1 ? "Samples" : $"Samples * {output.Rows}";
                writer.Line($"visitor.Visit(\"{output.Name}\", ref {place(output)}, {rows}, {output.Columns}, {compiled.Context.StrideOf(output)});");
            }
        }
    }

    /// <summary>Whether a tensor is stored, and nothing has been written over it when the loss is known.</summary>
    private bool IsInMemory(Tensor tensor)
    {
        var memory = compiled.Training.Memory;
        if (tensor == compiled.Program.Input)
        {
            return true;
        }

        if (!tensor.PerSample || !memory.Offsets.ContainsKey(tensor))
        {
            return false;
        }

        var steps = compiled.Training.Forward.Concat(compiled.Training.Loss).ToList();
        int made = steps.FindLastIndex(step => step.Stored.Contains(tensor));
        return made >= 0 && !steps.Skip(made + 1).SelectMany(step => step.Stored).Any(other => memory.Overlap(tensor, other));
    }
}
