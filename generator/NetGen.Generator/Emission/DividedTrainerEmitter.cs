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
    private const string Member = "global::NetGen.Threading.Member member";
    private readonly string type = compiled.Element.Name;

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
        EmitPass($"BackwardShare({Member}, ref {type} inputs)", training.Backward, training.Memory, ending: EmitPenalty);
    }

    /// <summary>Writes the pass of an evaluation that is not the forward pass of training.</summary>
    /// <param name="evaluation">Its steps, which have a place in the trainer's memory.</param>
    /// <param name="places">The declarations of these places.</param>
    public void EmitEvaluation(Plan evaluation, IEnumerable<string> places)
    {
        writer.Line($"protected override void EvaluateCore(ref {type} inputs) => Divide(Pass.Evaluate, ref inputs);").Gap();
        EmitPass($"EvaluateShare({Member}, ref {type} inputs)", evaluation.Steps, evaluation.Memory, places);
    }

    public void EmitUpdate((List<string> Memory, List<string> Arguments) update)
    {
        using (writer.Block($"private void UpdateShare({Member})"))
        {
            EmitFlat("Update", compiled.Parameters.Length, update.Memory, update.Arguments);
        }
    }

    /// <summary>Writes the call of a kernel that runs over all parameters.</summary>
    private void EmitFlat(string kernel, int length, IEnumerable<string> memory, IEnumerable<string> arguments)
    {
        var places = memory.Select(each => $"ref At(ref {each}, elements.First)");
        writer.Line($"var elements = member.Share({length}, {Padding.Block});");
        writer.Line($"Kernels<V>.{kernel}(elements.Count, {string.Join(", ", places.Concat(arguments))});");
    }

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

    private void EmitPass(string head, IReadOnlyList<Step> steps, MemoryLayout memory, IEnumerable<string>? beginning = null, Action? ending = null)
    {
        using (writer.Block($"private void {head}"))
        {
            foreach (string line in (beginning ?? []).Concat(steps.Select(Share).OfType<string>().Distinct()))
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

            ending?.Invoke();
        }

        writer.Gap();
    }

    private void EmitCall(Step step)
    {
        if (step.Division == Division.None)
        {
            using (writer.Block("if (member.IsFirst)"))
            {
                writer.Line(kernels.Call(step, "Samples", place, "Kernels<V>."));
            }

            return;
        }

        string name = ShareName(step);
        string samples = step.Division == Division.Samples ? $"{name}.Count" : "Samples";
        string? extent = step.Extent is null ? null : $"{name}.Count";
        writer.Line(kernels.Call(step, samples, tensor => Part(step, tensor, name), "Kernels<V>.", extent, $"{name}.First"));
    }

    /// <summary>Where a member's part of a tensor begins.</summary>
    private string Part(Step step, Tensor tensor, string share) => Distance(step, tensor) switch
    {
        0 => place(tensor),
        1 => $"At(ref {place(tensor)}, {share}.First)",
        int distance => $"At(ref {place(tensor)}, {share}.First * {distance})",
    };

    /// <summary>How far apart the parts of a tensor are that belong to neighbours among what is shared out; 0 where all read all of it.</summary>
    private int Distance(Step step, Tensor tensor) => step switch
    {
        { Division: Division.Samples } => tensor.PerSample ? compiled.Context.SizeOf(tensor) : 0,
        ContractStep contract => tensor == contract.Contract.Left ? 1 : tensor == contract.Destination ? compiled.Context.StrideOf(tensor) : 0,
        TransposeStep transpose => tensor == transpose.Transpose.Source ? 1 : compiled.Context.StrideOf(tensor),
        _ => tensor.Kind is TensorKind.Matrix or TensorKind.PerColumn ? 1 : 0,
    };

    private static string? Share(Step step) => step.Division switch
    {
        Division.None => null,
        Division.Samples => "var samples = member.Share(Samples);",
        Division.Rows => $"var {ShareName(step)} = member.Share({Count(step)});",
        _ => $"var {ShareName(step)} = member.Share({Count(step)}, {Padding.Block});",
    };

    private static string ShareName(Step step) => step.Division == Division.Samples ? "samples" : $"{step.Extent}{Count(step)}";

    private static int Count(Step step) => step switch
    {
        ContractStep contract => contract.Contract.Result.Rows,
        TransposeStep transpose => transpose.Transpose.Source.Columns,
        RowSumStep sum => sum.Columns,
        _ => throw new InvalidOperationException($"{step} is not shared out by rows or columns."),
    };

    private void EmitPenalty()
    {
        if (compiled.Update.Penalty is not null)
        {
            writer.Line("member.Wait();");
            EmitFlat("Penalize", compiled.Parameters.RegularizedLength, ["Gradients.Buffer.Start", "Parameters.Buffer.Start"], []);
        }
    }
}
