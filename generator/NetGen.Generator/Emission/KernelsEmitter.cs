using System.Collections.Generic;
using System.Linq;
using System.Threading;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>Writes the class of all kernels: one method for each step, shared by prediction and training where they agree.</summary>
internal sealed class KernelsEmitter(CodeWriter writer, CompiledNetwork compiled)
{
    private readonly string type = compiled.Element.Name;
    private readonly Names names = new(
    [
        .. Names.OfObject,
        "V", "At", "NotInlined", "Below", "First", "Pack", "Contract", "Zero", "Transpose", "ReadColumns", "WriteColumns",
        "StoreBelow", "SumOfLanes", "MaxOfLanes", "MultiplyAdd", "Max", "Min", "Abs", "Sqrt", "Exp", "ExpMinusOne", "Log", "LogOnePlus", "Tanh", "Sigmoid", "Erf", "Sin", "Cos", "Predict", "Penalize", "Update", "Kernels",
    ]);

    public void Emit(CancellationToken cancellation)
    {
        writer.Line("/// <summary>The operations of the network, and the mathematics of each as its comment.</summary>");
        if (compiled.IsStraightLine)
        {
            using (writer.Block($"private sealed class Kernels : global::NetGen.Kernels.KernelScope<{type}>"))
            {
                new StraightLineEmitter(writer, compiled).Emit();
            }

            return;
        }

        writer.Line($"private sealed class Kernels<V> : global::NetGen.Kernels.KernelScope<{type}, V>");
        using (writer.Block($"    where V : struct, global::NetGen.Kernels.ILanes<{type}, V>"))
        {
            EmitSteps(cancellation);
            EmitPredict();
            EmitUpdates();
        }
    }

    /// <summary>Names each step's kernel, and writes each kernel once.</summary>
    private void EmitSteps(CancellationToken cancellation)
    {
        var emitter = new KernelEmitter(compiled.Context);
        var kernels = new Dictionary<string, (Kernel First, string Name, List<string> Results)>();
        foreach (var step in compiled.Training.Steps.Concat(compiled.Prediction.Steps))
        {
            cancellation.ThrowIfCancellationRequested();
            var kernel = emitter.Emit(step);
            if (!kernels.TryGetValue(kernel.Form, out var known))
            {
                kernels[kernel.Form] = known = (kernel, names.New(StepName.Of(step)), []);
            }

            known.Results.Add(step.Results.Last().Name);
            step.Name = known.Name;
        }

        foreach (var (kernel, name, results) in kernels.Values)
        {
            writer.Gap();
            foreach (string formula in kernel.Formulas)
            {
                writer.Line($"// {formula}");
            }

            var others = results.Distinct().Skip(1).ToList();
            if (others.Count > 0)
            {
                writer.Line($"// and likewise {string.Join(", ", others)}");
            }

            writer.Line(Kernel.NotInlined);
            writer.Line(kernel.Code.Replace(Kernel.Placeholder, name));
        }
    }

    private void EmitPredict()
    {
        var locals = new Names(["samples", "parameters", "outputs", "memory", .. compiled.Prediction.Steps.Select(step => step.Name)]);
        var program = compiled.PredictionProgram;
        int perSample = compiled.PredictionPerSample;
        string input = locals.Of(program.Input);
        writer.Gap();
        writer.Line("/// <summary>The forward pass, with nothing kept but the outputs.</summary>");
        using (writer.Block($"public static void Predict(int samples, ref {type} {input}, ref {type} parameters, ref {type} outputs, ref {type} memory)"))
        {
            string read = input;
            if (!compiled.Context.InputIsPacked)
            {
                read = locals.New("padded" + Names.Pascal(program.Input.Name));
                EmitMemory(read, $"samples * {compiled.Prediction.Memory.PerSample}");
                writer.Line($"global::NetGen.Kernels.Rearrangement.Copy(samples, {program.Input.Rows}, {program.Input.Columns}, ref {input}, {program.Input.Size}, {program.Input.Columns}, ref {read}, {compiled.Context.SizeOf(program.Input)}, {compiled.Context.StrideOf(program.Input)});");
            }

            foreach (var pair in compiled.Prediction.Memory.Offsets)
            {
                EmitMemory(locals.Of(pair.Key), pair.Key.PerSample ? $"samples * {pair.Value}" : $"samples * {perSample} + {pair.Value}");
            }

            foreach (var step in compiled.Prediction.Steps)
            {
                writer.Line(KernelCall.Of(step, "samples", tensor =>
                    tensor == program.Input ? read
                    : compiled.Parameters.Contains(tensor) ? $"At(ref parameters, {compiled.Parameters.OffsetOf(tensor)})"
                    : locals.Of(tensor)));
            }

            var output = program.Output;
            writer.Line($"global::NetGen.Kernels.Rearrangement.Copy(samples, {output.Rows}, {output.Columns}, ref {locals.Of(output)}, {compiled.Context.SizeOf(output)}, {compiled.Context.StrideOf(output)}, ref outputs, {output.Size}, {output.Columns});");
        }
    }

    private void EmitMemory(string name, string offset) =>
        writer.Line($"ref {type} {name} = ref At(ref memory, {offset});");

    private void EmitUpdates()
    {
        if (compiled.Update.Penalty is { } penalty)
        {
            writer.Gap();
            new FlatEmitter(writer, compiled.Element, hasLanes: true).Emit("Penalize", [(compiled.Update.Gradient, new Expressions.Read(compiled.Update.Gradient) + penalty)]);
        }

        writer.Gap();
        new FlatEmitter(writer, compiled.Element, hasLanes: true).Emit("Update", compiled.Update.Rule.Assignments);
    }
}
