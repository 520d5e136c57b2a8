using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>Writes how a trainer evaluates where prediction is not the forward pass of training: in its own memory, which nobody needs then.</summary>
/// <param name="writer">Receives the code.</param>
/// <param name="compiled">The network.</param>
/// <param name="kernels">Its kernels.</param>
/// <param name="evaluation">The steps, and their places in the trainer's memory.</param>
/// <param name="place">Names what is not in that memory.</param>
internal sealed class EvaluationEmitter(CodeWriter writer, CompiledNetwork compiled, KernelSet kernels, Plan evaluation, Func<Tensor, string> place)
{
    private readonly string type = compiled.Element.Name;
    private readonly Names locals = new(["inputs", "memory", "member", .. evaluation.Steps.Select(MemberShare.Of).OfType<MemberShare>().Select(share => share.Name)]);

    private IEnumerable<string> Places => evaluation.Memory.Offsets.Keys.Select(tensor =>
        $"ref {type} {locals.Of(tensor)} = ref At(ref memory.Start, {evaluation.Memory.PlaceOf(tensor, "BatchSize")});");

    public void Emit()
    {
        if (compiled.IsDivided)
        {
            new DividedTrainerEmitter(writer, compiled, kernels, Place).EmitEvaluation(evaluation, Places);
            return;
        }

        using (writer.Block($"protected override void EvaluateCore(ref {type} inputs)"))
        {
            foreach (string declaration in Places)
            {
                writer.Line(declaration);
            }

            foreach (var step in evaluation.Steps)
            {
                writer.Line(kernels.Call(step, "Samples", Place, "Kernels<V>."));
            }
        }

        writer.Gap();
    }

    private string Place(Tensor tensor) => evaluation.Memory.Offsets.ContainsKey(tensor) ? locals.Of(tensor) : place(tensor);
}
