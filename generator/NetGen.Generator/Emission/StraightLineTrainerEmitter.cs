using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>Writes the passes of a trainer whose kernels are straight-line code.</summary>
/// <param name="writer">Receives the code.</param>
/// <param name="compiled">The network.</param>
/// <param name="update">Writes what an update takes, and names it.</param>
internal sealed class StraightLineTrainerEmitter(CodeWriter writer, CompiledNetwork compiled, UpdateEmitter update)
{
    private const string Fields = ParameterFields.OuterType;
    private readonly string type = compiled.Element.Name;
    private readonly string targets = TrainerEmitter.Targets(compiled.Program);

    private string Training(string lossScale) => $"ref inputs, {targets}, ref Weights, {lossScale}ref Outputs, ref WeightGradients";

    public void Emit()
    {
        writer.Line($"private {type} LossScale => {TrainerEmitter.LossScale(compiled)};").Gap();
        writer.Line($"private ref {type} Outputs => ref memory.Start;").Gap();
        writer.Line($"private ref {Fields} Weights => ref {Fields}.At(ref Parameters.Buffer.Start);").Gap();
        writer.Line($"private ref {Fields} WeightGradients => ref {Fields}.At(ref Gradients.Buffer.Start);").Gap();
        writer.Line($"protected override void ForwardCore(ref {type} inputs) => Kernels.Predict(Samples, ref inputs, ref Weights, ref Outputs);").Gap();
        writer.Line($"protected override {type} LossCore() => Kernels.Loss(Samples, ref Outputs, {targets}) * LossScale;").Gap();
        writer.Line($"protected override void BackwardCore(ref {type} inputs) => Gradient(ref inputs);").Gap();
        EmitStep();
        EmitGradient();
        writer.Line($"protected override void ReadOutputsCore(global::System.Span<{type}> destination) => memory.Span[..destination.Length].CopyTo(destination);").Gap();
    }

    private void EmitGradient()
    {
        using (writer.Block($"private {type} Gradient(ref {type} inputs)"))
        {
            writer.Line($"{type} lossScale = LossScale;");
            writer.Line($"{type} lossSum = Kernels.Gradients(Samples, {Training("lossScale, ")});");
            if (compiled.Update.Penalty is not null)
            {
                writer.Line($"Kernels.Penalize<V>({compiled.Parameters.RegularizedLength}, ref Gradients.Buffer.Start, ref Parameters.Buffer.Start);");
            }

            writer.Line("return lossSum * lossScale;");
        }

        writer.Gap();
    }

    private void EmitStep()
    {
        using (writer.Block($"protected override {type} StepCore(ref {type} inputs)"))
        {
            if (compiled.JoinsUpdate)
            {
                using (writer.Block("if (Samples == 1)"))
                {
                    update.EmitStepValues();
                    EmitOneSample(update.StraightLineArguments());
                }

                writer.Gap();
            }

            writer.Line($"{type} loss = Gradient(ref inputs);");
            writer.Line("UpdateCore();");
            writer.Line("return loss;");
        }

        writer.Gap();
    }

    private void EmitOneSample(string updateArguments)
    {
        if (OneSample.IsUnscaled(compiled.Program))
        {
            writer.Line($"return Kernels.Step({Training("")}{updateArguments});");
            return;
        }

        writer.Line($"{type} lossScale = LossScale;");
        writer.Line($"return Kernels.Step({Training("lossScale, ")}{updateArguments}) * lossScale;");
    }
}
