using NetGen.Generator.Losses;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Emission;

/// <summary>Writes what predicts: one sample or many, outputs as they are, probabilities, classes.</summary>
internal sealed class PredictionEmitter(CodeWriter writer, CompiledNetwork compiled)
{
    private readonly string type = compiled.Element.Name;
    private readonly Probabilities probabilities = compiled.Network.Loss.Probabilities;

    private int OutputSize => compiled.Network.Output.Shape.Size;

    private string InputSpan => $"global::System.ReadOnlySpan<{type}>";

    private string OutputSpan => $"global::System.Span<{type}>";

    private string Memory => compiled.IsStraightLine ? "" : ", ref memory";

    private int Block => CostModel.PredictionBlock(
        (long)compiled.PredictionPerSample * compiled.Element.Bytes, (long)compiled.Prediction.Memory.Fixed * compiled.Element.Bytes);

    public void Emit()
    {
        EmitPredict();
        EmitPredictMany();
        if (OutputSize == 1)
        {
            EmitPredictValue();
        }

        if (probabilities != Probabilities.None)
        {
            EmitProbabilities();
            EmitClassify();
        }

        EmitRun();
    }

    private void EmitPredict()
    {
        string outputs = probabilities == Probabilities.None ? "outputs" : "logits";
        writer.Line($"""
            /// <summary>Computes the {outputs} of one sample. Safe to call from many threads at once.</summary>
            /// <param name="input">The sample, {compiled.Network.Input.Shape}.</param>
            /// <param name="outputs">Takes the {outputs}, {compiled.Network.Output.Shape}.</param>
            /// <exception cref="global::System.ArgumentException">A length differs.</exception>
            """);
        using (writer.Block($"public void Predict({InputSpan} input, {OutputSpan} outputs)"))
        {
            writer.Line("global::NetGen.Kernels.PredictionCheck.One(input.Length, InputSize, outputs.Length, OutputSize);");
            EmitMemory("", 1);
            writer.Line($"Run(1, input, outputs{Memory});");
        }

        writer.Gap();
    }

    private void EmitPredictMany()
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Block($"public void PredictMany({InputSpan} inputs, {OutputSpan} outputs)"))
        {
            writer.Line("int samples = global::NetGen.Kernels.PredictionCheck.Many(inputs.Length, InputSize, outputs.Length, OutputSize);");
            if (compiled.IsStraightLine)
            {
                writer.Line("Run(samples, inputs, outputs);");
            }
            else
            {
                EmitMemory($"global::System.Math.Min({Block}, samples)", Block);
                using (writer.Block($"for (int first = 0; first < samples; first += {Block})"))
                {
                    writer.Line($"""
                        int count = global::System.Math.Min({Block}, samples - first);
                        Run(count, inputs.Slice(first * InputSize, count * InputSize), outputs.Slice(first * OutputSize, count * OutputSize), ref memory);
                        """);
                }
            }
        }

        writer.Gap();
    }

    private void EmitPredictValue() => writer.Line($$"""
        /// <summary>Computes the one output of one sample. Safe to call from many threads at once.</summary>
        /// <param name="input">The sample, {{compiled.Network.Input.Shape}}.</param>
        /// <exception cref="global::System.ArgumentException">The length differs.</exception>
        public {{type}} Predict({{InputSpan}} input)
        {
            {{type}} output = default;
            Predict(input, new(ref output));
            return output;
        }
        """).Gap();

    /// <summary>Takes the memory between layers of some samples: on the stack where it fits.</summary>
    private void EmitMemory(string samples, int most)
    {
        if (compiled.IsStraightLine)
        {
            return;
        }

        int perSample = compiled.PredictionPerSample;
        int besides = compiled.Prediction.Memory.Fixed;
        string length = samples.Length == 0 ? $"{perSample + besides}" : $"{samples} * {perSample}{(besides == 0 ? "" : $" + {besides}")}";
        if (((long)most * perSample + besides) * compiled.Element.Bytes <= CostModel.LargestStack)
        {
            writer.Line($"{OutputSpan} stack = stackalloc {type}[{length} + global::NetGen.Kernels.Scratch.Slack];");
            writer.Line($"ref {type} memory = ref global::NetGen.Kernels.Scratch.Align(stack);");
        }
        else
        {
            writer.Line($"ref {type} memory = ref global::NetGen.Kernels.Scratch.OfThread<{type}>({length});");
        }
    }

    private void EmitProbabilities()
    {
        string function = probabilities == Probabilities.Softmax ? "Softmax" : "Sigmoid";
        writer.Line($$"""
            /// <summary>Computes the probabilities of one sample: the {{function.ToLowerInvariant()}} of the logits.</summary>
            /// <param name="input">The sample, {{compiled.Network.Input.Shape}}.</param>
            /// <param name="probabilities">Takes the probabilities, {{compiled.Network.Output.Shape}}.</param>
            /// <exception cref="global::System.ArgumentException">A length differs.</exception>
            public void PredictProbabilities({{InputSpan}} input, {{OutputSpan}} probabilities)
            {
                Predict(input, probabilities);
                global::NetGen.Kernels.Outputs.{{function}}(probabilities);
            }
            """).Gap();
    }

    private void EmitClassify()
    {
        if (probabilities == Probabilities.Sigmoid)
        {
            EmitClassifyByThreshold();
            return;
        }

        string logits = OutputSize * compiled.Element.Bytes <= CostModel.LargestStack
            ? $"stackalloc {type}[OutputSize]"
            : $"global::NetGen.Kernels.Scratch.OutputsOfThread<{type}>(OutputSize)";
        writer.Line($$"""
            /// <summary>The index of the most probable class of one sample.</summary>
            /// <param name="input">The sample, {{compiled.Network.Input.Shape}}.</param>
            /// <exception cref="global::System.ArgumentException">The length differs.</exception>
            public int Classify({{InputSpan}} input)
            {
                {{OutputSpan}} logits = {{logits}};
                Predict(input, logits);
                return global::NetGen.Kernels.Outputs.ArgMax<{{type}}>(logits);
            }
            """).Gap();
    }

    private void EmitClassifyByThreshold()
    {
        if (OutputSize != 1)
        {
            return;
        }

        writer.Line($"""
            /// <summary>The more probable class of one sample: 1 where the logit is positive, 0 elsewhere.</summary>
            /// <param name="input">The sample, {compiled.Network.Input.Shape}.</param>
            /// <exception cref="global::System.ArgumentException">The length differs.</exception>
            public int Classify({InputSpan} input) => Predict(input) > 0 ? 1 : 0;
            """).Gap();
    }

    private void EmitRun()
    {
        string memory = compiled.IsStraightLine ? "" : $", ref {type} memory";
        using (writer.Block($"private void Run(int samples, {InputSpan} inputs, {OutputSpan} outputs{memory})"))
        {
            writer.Line($"ref {type} first = ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(inputs);");
            writer.Line($"ref {type} results = ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference(outputs);");
            if (compiled.IsStraightLine)
            {
                writer.Line($"Kernels.Predict(samples, ref first, ref {ParameterFields.OuterType}.At(ref Parameters.Buffer.Start), ref results);");
            }
            else
            {
                LaneDispatch.Emit(writer, type, lanes => $"Kernels<{lanes}>.Predict(samples, ref first, ref Parameters.Buffer.Start, ref results, ref memory);", returns: false);
            }
        }

        writer.Gap();
    }
}
