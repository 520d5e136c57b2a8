using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>
/// Writes the passes of a trainer that several threads may share: each as one member's share of it. With one thread, the one member's
/// share is all.
/// </summary>
/// <param name="writer">Receives the code.</param>
/// <param name="compiled">The network.</param>
/// <param name="kernels">Its kernels.</param>
/// <param name="place">Names a tensor's memory.</param>
internal sealed class DividedTrainerEmitter(CodeWriter writer, CompiledNetwork compiled, KernelSet kernels, Func<Tensor, string> place)
{
    /// <summary>The parameter of every share.</summary>
    public const string Member = "global::NetGen.Threading.Member member";

    private readonly string type = compiled.Element.Name;

    private MemberElementsEmitter Elements => new(writer, compiled.Parameters);

    public void Emit(string lossScale)
    {
        writer.Line($"private {type} LossScale => {lossScale};").Gap();
        writer.Line($"protected override void ForwardCore(ref {type} inputs) => Divide(Pass.Forward, ref inputs);").Gap();
        using (writer.Block($"protected override {type} LossCore()"))
        {
            writer.Line("Divide(Pass.Loss, ref Targets.Start);");
            writer.Line($"return {place(compiled.Program.LossSum)} * LossScale;");
        }

        writer.Gap();
        writer.Line($"protected override void BackwardCore(ref {type} inputs) => Divide(Pass.Backward, ref inputs);").Gap();
        EmitRunShare();
        var training = compiled.Training;
        EmitPass($"ForwardShare({Member}, ref {type} inputs)", training.Forward, training.Memory);
        EmitPass($"LossShare({Member})", training.Loss, training.Memory, [$"{type} lossScale = LossScale;"]);
        bool isPenalized = compiled.Update.Penalty is not null;
        EmitPass($"BackwardShare({Member}, ref {type} inputs)", training.Backward, training.Memory, ending: isPenalized ? ["member.Wait();", "PenalizeShare(member);"] : []);
        if (isPenalized)
        {
            Elements.Emit("Penalize", compiled.Parameters.RegularizedLength, ["Gradients.Buffer.Start", "Parameters.Buffer.Start"], []);
            writer.Gap();
        }
    }

    /// <summary>Writes the pass of an evaluation that is not the forward pass of training.</summary>
    /// <param name="evaluation">Its steps, which have a place in the trainer's memory.</param>
    /// <param name="places">The declarations of these places.</param>
    public void EmitEvaluation(Plan evaluation, IEnumerable<string> places)
    {
        writer.Line($"protected override void EvaluateCore(ref {type} inputs) => Divide(Pass.Evaluate, ref inputs);").Gap();
        EmitPass($"EvaluateShare({Member}, ref {type} inputs)", evaluation.Steps, evaluation.Memory, places);
    }

    public void EmitUpdate((List<string> Memory, List<string> Arguments) update) =>
        Elements.Emit("Update", compiled.Parameters.Length, update.Memory, update.Arguments);

    private void EmitRunShare()
    {
        writer.Line("// Members share out samples, rows and columns of results, never the terms of a sum: the bits do not depend on their number.");
        using (writer.Block($"protected override void RunShare(Pass pass, {Member}, ref {type} inputs)"))
        using (writer.Block("switch (pass)"))
        {
            EmitCase("case Pass.Forward", "ForwardShare(member, ref inputs)");
            EmitCase("case Pass.Loss", "LossShare(member)");
            EmitCase("case Pass.Backward", "BackwardShare(member, ref inputs)");
            if (compiled.Evaluation is not null)
            {
                EmitCase("case Pass.Evaluate", "EvaluateShare(member, ref inputs)");
            }

            EmitCase("default", "UpdateShare(member)");
        }

        writer.Gap();
    }

    private void EmitCase(string label, string call)
    {
        writer.Line($"{label}:");
        using (writer.Indented())
        {
            writer.Line($"{call};").Line("break;");
        }
    }

    private void EmitPass(string head, IReadOnlyList<Step> steps, MemoryLayout memory, IEnumerable<string>? beginning = null, IEnumerable<string>? ending = null)
    {
        using (writer.Block($"private void {head}"))
        {
            foreach (string line in (beginning ?? []).Concat(steps.Select(MemberShare.Of).OfType<MemberShare>().Distinct().Select(share => share.Declaration)))
            {
                writer.Line(line);
            }

            var waits = Waits.Before(steps, memory);
            foreach (var step in steps)
            {
                if (waits.Contains(step))
                {
                    writer.Line("member.Wait();");
                }

                EmitCall(step);
            }

            foreach (string line in ending ?? [])
            {
                writer.Line(line);
            }
        }

        writer.Gap();
    }

    private void EmitCall(Step step)
    {
        if (MemberShare.Of(step) is { Name: var share })
        {
            writer.Line(step.Division == Division.Samples
                ? kernels.Call(step, $"{share}.Count", PartOfSamples, "Kernels<V>.", firstSample: $"{share}.First")
                : kernels.Call(step, "Samples", place, "Kernels<V>.", extent: share));
            return;
        }

        using (writer.Block("if (member.IsFirst)"))
        {
            writer.Line(kernels.Call(step, "Samples", place, "Kernels<V>."));
        }
    }

    /// <summary>Where a member's samples of a tensor begin.</summary>
    private string PartOfSamples(Tensor tensor) => (tensor.PerSample ? compiled.Context.SizeOf(tensor) : 0) switch
    {
        0 => place(tensor),
        1 => $"At(ref {place(tensor)}, samples.First)",
        int size => $"At(ref {place(tensor)}, samples.First * {size})",
    };
}
