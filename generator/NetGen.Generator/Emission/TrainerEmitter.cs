using System;
using System.Collections.Generic;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>Writes the trainer: its memory, and the kernels in order.</summary>
internal sealed class TrainerEmitter(CodeWriter writer, CompiledNetwork compiled, KernelSet kernels)
{
    private readonly string type = compiled.Element.Name;
    private readonly Names names = new(
    [
        .. Names.OfObject,
        "InputSize", "OutputSize", "memory", "parameters", "batchSize", "inputs", "destination", "clipScale", "lossScale", "state", "V",
        "Step", "Loss", "Forward", "Backward", "Update", "Evaluate", "ReadOutputs", "BatchSize", "LearningRate", "StepCount", "Samples",
        "PassCount", "Parameters", "Gradients", "Targets", "ForwardCore", "LossCore", "BackwardCore", "UpdateCore", "ReadOutputsCore",
        "StepCore", "EvaluateCore", "At", "LossScale", "Weights", "WeightGradients", "Outputs", "Pass", "Divide", "RunShare",
        "ForwardShare", "LossShare", "BackwardShare", "UpdateShare", "EvaluateShare", "PenalizeShare", "Dispose", "Threads", "NoiseSeed", "NoiseKey",
        "SampleWeights", "WeightSum", "ClassWeights", "Accumulate", "ReserveAccumulator", "SaveState", "LoadState", "ExchangeState",
        "VisitActivations", "Description", "NotFiniteLayer", "Kernels", "Declared", "LaneTrainer",
    ]);

    private TensorProgram Program => compiled.Program;

    private DividedTrainerEmitter Divided => new(writer, compiled, kernels, Place);

    private UpdateEmitter Update => new(writer, compiled, names);

    public void Emit()
    {
        bool labels = compiled.Network.Loss.TakesLabels;
        writer.Line("/// <summary>Trains the network with vectors of the given width.</summary>");
        writer.Line($"private sealed class LaneTrainer<V>(global::NetGen.Weights.TensorStore<{type}> parameters, int batchSize{(compiled.IsDivided ? ", int threads" : "")})");
        writer.Line($"    : global::NetGen.{(labels ? "Label" : "Value")}Trainer<{type}>({Shape()}, parameters, batchSize, {ElementType.HostLiteral(compiled.Network.OptimizerAttribute.LearningRate)}{Threads()})");
        using (writer.Block($"    where V : struct, global::NetGen.Kernels.ILanes<{type}, V>"))
        {
            EmitFields();
            writer.Line("protected override global::NetGen.NetworkDescription Description => Declared.Description;").Gap();
            if (compiled.IsStraightLine)
            {
                new StraightLineTrainerEmitter(writer, compiled, Update).Emit();
            }
            else
            {
                EmitPlaces();
                EmitPasses();
            }

            Update.Emit(Divided);
            Update.EmitState();
            new ActivationEmitter(writer, compiled, Place).Emit();
        }
    }

    private string Threads() => compiled.IsDivided
        ? $", threads, leastShare: {CostModel.LeastShare(Program, Waits.Count(compiled.Training))}"
        : "";

    /// <summary>One over what the loss is summed over: samples, or their weights.</summary>
    public static string LossScale(CompiledNetwork compiled)
    {
        string samples = compiled.Program.SampleWeights is null ? "Samples" : "WeightSum";
        int count = compiled.Program.LossCount;
        return $"{compiled.Element.Literal(1)} / {(count == 1 ? samples : $"({compiled.Element.Literal(count)} * {samples})")}";
    }

    /// <summary>How many samples' memory one buffer can hold.</summary>
    public static string MostSamples(CompiledNetwork compiled)
    {
        var memory = compiled.Training.Memory;
        string most = $"global::NetGen.Weights.AlignedBuffer<{compiled.Element.Name}>.MostElements";
        return compiled.IsStraightLine ? $"{most} / OutputSize" : $"({most} - {memory.Fixed}) / {Math.Max(memory.PerSample, 1)}";
    }

    /// <summary>What straight-line kernels take for a loss.</summary>
    public static string Targets(TensorProgram program) => "ref Targets.Start" + (program.SampleWeights is null ? "" : ", ref SampleWeights.Start");

    private string Shape()
    {
        var (input, output) = (Program.Input, Program.Output);
        string target = compiled.Network.Loss.TakesLabels ? "1, 1, 1" : $"{output.Rows}, {output.Columns}, {(compiled.IsStraightLine ? output.Columns : output.Stride())}";
        int inputStride = compiled.IsStraightLine ? input.Columns : compiled.Context.StrideOf(input);
        string least = compiled.Network.LeastSamples == 1 ? "" : $", LeastSamples: {compiled.Network.LeastSamples}";
        return $"new(InputSize, {input.Columns}, {inputStride}, OutputSize, {target}{least})";
    }

    private void EmitFields()
    {
        var memory = compiled.Training.Memory;
        string elements = compiled.IsStraightLine ? "(long)batchSize * OutputSize" : $"({memory.PerSample}L * batchSize) + {memory.Fixed}";
        writer.Line($"private readonly global::NetGen.Weights.AlignedBuffer<{type}> memory = new({elements});");
        Update.EmitFields();
        writer.Gap();
    }

    /// <summary>The places of tensors in memory, under the names that the user knows.</summary>
    private void EmitPlaces()
    {
        var memory = compiled.Training.Memory;
        foreach (var tensor in Program.Parameters)
        {
            EmitPlace(tensor, $"Parameters.Buffer.Start, {compiled.Parameters.OffsetOf(tensor)}");
            EmitPlace(Program.Gradients[tensor], $"Gradients.Buffer.Start, {compiled.Parameters.OffsetOf(tensor)}");
        }

        foreach (var tensor in Program.Buffers)
        {
            EmitPlace(tensor, $"Parameters.Buffer.Start, {compiled.Parameters.OffsetOf(tensor)}");
        }

        foreach (var tensor in memory.Offsets.Keys)
        {
            EmitPlace(tensor, $"memory.Start, {memory.PlaceOf(tensor, "BatchSize")}");
        }

        writer.Gap();
    }

    private void EmitPlace(Tensor tensor, string place) =>
        writer.Line($"private ref {type} {names.PascalOf(tensor)} => ref At(ref {place});");

    private void EmitPasses()
    {
        if (compiled.IsDivided)
        {
            Divided.Emit(LossScale(compiled));
        }
        else
        {
            EmitWholePasses();
        }

        if (compiled.Evaluation is { } evaluation)
        {
            new EvaluationEmitter(writer, compiled, kernels, evaluation, Place).Emit();
        }

        using (writer.Block($"protected override void ReadOutputsCore(global::System.Span<{type}> destination)"))
        {
            writer.Line($"ref {type} results = ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(destination);");
            writer.Line(compiled.Context.CopyFromPadded(Program.Output, "Samples", names.PascalOf(Program.Output), "results"));
        }

        writer.Gap();
    }

    private void EmitWholePasses()
    {
        using (writer.Block($"protected override void ForwardCore(ref {type} inputs)"))
        {
            EmitCalls(compiled.Training.Forward);
        }

        writer.Gap();
        using (writer.Block($"protected override {type} LossCore()"))
        {
            writer.Line($"{type} lossScale = {LossScale(compiled)};");
            EmitCalls(compiled.Training.Loss);
            writer.Line($"return {names.PascalOf(Program.LossSum)} * lossScale;");
        }

        writer.Gap();
        using (writer.Block($"protected override void BackwardCore(ref {type} inputs)"))
        {
            EmitCalls(compiled.Training.Backward);
            EmitPenalty();
        }

        writer.Gap();
    }

    private void EmitPenalty()
    {
        if (compiled.Update.Penalty is not null)
        {
            writer.Line($"Kernels<V>.Penalize({compiled.Parameters.RegularizedLength}, ref Gradients.Buffer.Start, ref Parameters.Buffer.Start);");
        }
    }

    private void EmitCalls(IReadOnlyList<Step> steps)
    {
        foreach (var step in steps)
        {
            writer.Line(kernels.Call(step, "Samples", Place, "Kernels<V>."));
        }
    }

    private string Place(Tensor tensor) =>
        tensor == Program.Input ? "inputs"
        : tensor == Program.Target ? "Targets.Start"
        : tensor == Program.SampleWeights ? "SampleWeights.Start"
        : tensor == Program.LossScale ? "lossScale"
        : tensor == Program.SampleCount ? "Samples"
        : Program.Keys.TryGetValue(tensor, out var key) ? $"NoiseKey({key.Layer}, {key.Draw})"
        : names.PascalOf(tensor);
}
