namespace NetGen.Generator.Emission;

/// <summary>Writes the passes of a trainer whose kernels are straight-line code.</summary>
/// <param name="writer">Where to.</param>
/// <param name="compiled">The network.</param>
internal sealed class StraightLineTrainerEmitter(CodeWriter writer, CompiledNetwork compiled)
{
    private readonly string type = compiled.Element.Name;

    public void Emit()
    {
        string targets = TrainerEmitter.Targets(compiled.Program);
        writer.Line($"private {type} LossScale => {TrainerEmitter.LossScale(compiled)};").Gap();
        writer.Line($"private ref {type} Outputs => ref global::System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(memory);").Gap();
        writer.Line($"private ref Kernels.{ParameterFields.Type} Weights => ref Kernels.{ParameterFields.Type}.At(ref Parameters.Buffer.Start);").Gap();
        writer.Line($"protected override void ForwardCore(ref {type} inputs) => Kernels.Predict(Samples, ref inputs, ref Weights, ref Outputs);").Gap();
        writer.Line($"protected override {type} LossCore() => Kernels.Loss(Samples, ref Outputs, {targets}) * LossScale;").Gap();
        writer.Line($"protected override void BackwardCore(ref {type} inputs) => Gradient(ref inputs);").Gap();
        using (writer.Block($"protected override {type} StepCore(ref {type} inputs)"))
        {
            writer.Line($"{type} loss = Gradient(ref inputs);");
            writer.Line("UpdateCore();");
            writer.Line("return loss;");
        }

        writer.Gap();
        using (writer.Block($"private {type} Gradient(ref {type} inputs)"))
        {
            writer.Line($"{type} lossScale = LossScale;");
            writer.Line($"{type} lossSum = Kernels.Gradients(Samples, ref inputs, {targets}, ref Weights, lossScale, ref Outputs, ref Kernels.{ParameterFields.Type}.At(ref Gradients.Buffer.Start));");
            if (compiled.Update.Penalty is not null)
            {
                writer.Line($"Kernels.Penalize<V>({compiled.Parameters.RegularizedLength}, ref Gradients.Buffer.Start, ref Parameters.Buffer.Start);");
            }

            writer.Line("return lossSum * lossScale;");
        }

        writer.Gap();
        writer.Line($"protected override void ReadOutputsCore(global::System.Span<{type}> destination) => new global::System.ReadOnlySpan<{type}>(memory, 0, destination.Length).CopyTo(destination);").Gap();
    }
}
