using System;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>Writes how a trainer evaluates where prediction is not the forward pass of training: in its own memory, which nobody needs then.</summary>
/// <param name="writer">Where to.</param>
/// <param name="compiled">The network.</param>
/// <param name="evaluation">The steps, and their places in the trainer's memory.</param>
/// <param name="place">Names what is not in that memory.</param>
internal sealed class EvaluationEmitter(CodeWriter writer, CompiledNetwork compiled, Plan evaluation, Func<Tensor, string> place)
{
    private readonly string type = compiled.Element.Name;
    private readonly Names locals = new("inputs");

    public void Emit()
    {
        using (writer.Block($"protected override void EvaluateCore(ref {type} inputs)"))
        {
            var memory = evaluation.Memory;
            foreach (var pair in memory.Offsets)
            {
                string offset = pair.Key.PerSample ? $"BatchSize * {pair.Value}" : $"BatchSize * {memory.PerSample} + {pair.Value}";
                writer.Line($"ref {type} {locals.Of(pair.Key)} = ref At(ref memory.Start, {offset});");
            }

            foreach (var step in evaluation.Steps)
            {
                writer.Line(KernelCall.Of(step, "Samples", tensor => memory.Offsets.ContainsKey(tensor) ? locals.Of(tensor) : place(tensor), "Kernels<V>."));
            }
        }

        writer.Gap();
    }
}
