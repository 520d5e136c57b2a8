using System.Linq;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>Writes the class of all kernels: one method for each step, shared by prediction and training where they agree.</summary>
internal sealed class KernelsEmitter(CodeWriter writer, CompiledNetwork compiled, KernelSet kernels)
{
    private readonly string type = compiled.Element.Name;

    public void Emit()
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
            EmitSteps();
            EmitPredict();
            EmitUpdates();
        }
    }

    private void EmitSteps()
    {
        foreach (var (kernel, name, results) in kernels.All)
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
        var locals = new Names(["samples", "parameters", "outputs", "memory", .. compiled.Prediction.Steps.Select(step => kernels.NameOf(step).TrimStart('@'))]);
        var program = compiled.PredictionProgram;
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
                writer.Line(compiled.Context.CopyToPadded(program.Input, "samples", input, read));
            }

            var memory = compiled.Prediction.Memory;
            foreach (var tensor in memory.Offsets.Keys)
            {
                EmitMemory(locals.Of(tensor), memory.PlaceOf(tensor, "samples", compiled.PredictionPerSample));
            }

            foreach (var step in compiled.Prediction.Steps)
            {
                string Place(Tensor tensor) => tensor == program.Input ? read
                    : compiled.Parameters.Contains(tensor) ? $"At(ref parameters, {compiled.Parameters.OffsetOf(tensor)})"
                    : locals.Of(tensor);

                string? all = step is ContractStep { Extent: not null } contract ? $"All({contract.Contract.Result.Columns})" : null;
                writer.Line(kernels.Call(step, "samples", Place, extent: all));
            }

            writer.Line(compiled.Context.CopyFromPadded(program.Output, "samples", locals.Of(program.Output), "outputs"));
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
