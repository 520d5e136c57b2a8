using System;
using System.Linq;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>Writes the passes of a trainer whose kernels are straight-line code.</summary>
/// <param name="writer">Where to.</param>
/// <param name="compiled">The network.</param>
/// <param name="emitStepValues">Writes what an update takes as locals.</param>
/// <param name="place">Names the memory of an optimizer's state, or what holds a value of the update.</param>
internal sealed class StraightLineTrainerEmitter(CodeWriter writer, CompiledNetwork compiled, Action emitStepValues, Func<Tensor, string> place)
{
    private const string Fields = "Kernels." + ParameterFields.Type;
    private readonly string type = compiled.Element.Name;
    private readonly string targets = TrainerEmitter.Targets(compiled.Program);

    private bool Joins => compiled.Update.JoinsGradients;

    /// <summary>The states and values that an update takes, each behind a comma.</summary>
    public static string UpdateArguments(UpdatePlan update, Func<Tensor, string> place) =>
        string.Concat(update.States.Select(state => $", ref {Fields}.At(ref {place(state)})")) + string.Concat(update.Arguments.Select(argument => $", {place(argument)}"));

    public void Emit()
    {
        writer.Line($"private {type} LossScale => {TrainerEmitter.LossScale(compiled)};").Gap();
        writer.Line($"private ref {type} Outputs => ref global::System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(memory);").Gap();
        writer.Line($"private ref {Fields} Weights => ref {Fields}.At(ref Parameters.Buffer.Start);").Gap();
        writer.Line($"private ref {Fields} WeightGradients => ref {Fields}.At(ref Gradients.Buffer.Start);").Gap();
        writer.Line($"protected override void ForwardCore(ref {type} inputs) => Kernels.Predict(Samples, ref inputs, ref Weights, ref Outputs);").Gap();
        writer.Line($"protected override {type} LossCore() => Kernels.Loss(Samples, ref Outputs, {targets}) * LossScale;").Gap();
        EmitBackward();
        if (Joins)
        {
            EmitStep();
        }

        writer.Line($"protected override void ReadOutputsCore(global::System.Span<{type}> destination) => new global::System.ReadOnlySpan<{type}>(memory, 0, destination.Length).CopyTo(destination);").Gap();
    }

    private void EmitBackward()
    {
        using (writer.Block($"protected override void BackwardCore(ref {type} inputs)"))
        {
            writer.Line($"{Gradients("LossScale", "false", _ => compiled.Element.Literal(0))};");
            if (compiled.Update.Penalty is not null)
            {
                writer.Line($"Kernels.Penalize<V>({compiled.Parameters.RegularizedLength}, ref Gradients.Buffer.Start, ref Parameters.Buffer.Start);");
            }
        }

        writer.Gap();
    }

    /// <summary>A step as one kernel, where nothing comes between a gradient and its update.</summary>
    private void EmitStep()
    {
        using (writer.Block($"protected override {type} StepCore(ref {type} inputs)"))
        {
            emitStepValues();
            writer.Line($"{type} lossScale = LossScale;");
            writer.Line($"return {Gradients("lossScale", "true", place)} * lossScale;");
        }

        writer.Gap();
    }

    private string Gradients(string scale, string updates, Func<Tensor, string> argument)
    {
        string update = Joins
            ? $", {updates}" + UpdateArguments(compiled.Update, tensor => tensor.Kind == TensorKind.Argument ? argument(tensor) : place(tensor))
            : "";
        return $"Kernels.Gradients(Samples, ref inputs, {targets}, ref Weights, {scale}, ref Outputs, ref WeightGradients{update})";
    }
}
