using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Lowering;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>
/// Writes the smallest networks as straight-line code: every element of every tensor is a local, one sample after another.
/// </summary>
internal sealed class StraightLineEmitter(CodeWriter writer, CompiledNetwork compiled)
{
    private readonly string type = compiled.Element.Name;
    private readonly ParameterFields fields = new(compiled);

    private TensorProgram Program => compiled.Program;

    private UpdatePlan Update => compiled.Update;

    /// <summary>What the update takes besides parameters and gradients.</summary>
    private string UpdateParameters =>
        string.Concat(Update.States.Select(state => $", ref {ParameterFields.Type} {BufferOf(state)}"))
        + string.Concat(Update.Arguments.Select(argument => $", {type} {Names.Camel(argument.Name)}"));

    private string TrainingParameters => ParametersWith($"{type} lossScale, ");

    private List<Operation> Training => [.. Program.Forward, .. Program.Loss, .. Program.Backward];

    private string TargetParameters => $"ref {type} allTargets" + (Program.SampleWeights is null ? "" : $", ref {type} allSampleWeights");

    public void Emit()
    {
        fields.Emit(writer);
        writer.Gap();
        EmitPredict();
        writer.Gap();
        EmitLoss();
        writer.Gap();
        EmitGradients();
        writer.Gap();
        EmitStep();
        EmitUpdate();
        writer.Gap();
        EmitVisit();
    }

    /// <summary>Names and locals of another method.</summary>
    private (ElementEmitter Body, Names Names) Begin(bool isOneSample = false)
    {
        var names = new Names("samples", "sample", "allInputs", "weights", "gradients", "allOutputs", "allTargets", "allSampleWeights", "lossScale", "visitor");
        var rule = compiled.Update.Rule;
        foreach (var taken in rule.States.Concat(rule.Arguments.Select(each => each.Argument)))
        {
            names.New(Names.Camel(taken.Name));
        }

        return (new ElementEmitter(writer, compiled, names, fields, isOneSample), names);
    }

    private void EmitPredict()
    {
        var (body, _) = Begin();
        writer.Line("/// <summary>The forward pass.</summary>");
        writer.Line(Kernel.NotInlined);
        using (writer.Block($"public static void Predict(int samples, ref {type} allInputs, ref {ParameterFields.Type} weights, ref {type} allOutputs)"))
        {
            using (writer.Block("for (nint sample = 0; sample < samples; sample++)"))
            {
                body.Load(Program.Input, "allInputs");
                body.EmitAll(Program.Forward);
                body.StoreOutputs();
            }
        }
    }

    /// <summary>Nothing is kept in memory, so that outputs are computed again for who wants to see them.</summary>
    private void EmitVisit()
    {
        var (body, _) = Begin();
        writer.Line("/// <summary>The forward pass, which shows the outputs of every layer.</summary>");
        using (writer.Block($"public static void Visit(int samples, ref {type} allInputs, ref {ParameterFields.Type} weights, global::NetGen.ActivationVisitor<{type}> visitor)"))
        {
            using (writer.Block("for (nint sample = 0; sample < samples; sample++)"))
            {
                body.Load(Program.Input, "allInputs");
                body.EmitAll(Program.Forward);
                foreach (var output in ActivationEmitter.OutputsOf(compiled))
                {
                    for (int row = 0; row < output.Rows; row++)
                    {
                        var elements = Enumerable.Range(row * output.Columns, output.Columns).Select(element => body.Element(output, element));
                        writer.Line($"visitor.Visit(\"{output.Name}\", [{string.Join(", ", elements)}]);");
                    }
                }
            }
        }
    }

    private void LoadTargets(ElementEmitter body)
    {
        body.Load(Program.Target, "allTargets");
        if (Program.SampleWeights is { } weights)
        {
            body.Load(weights, "allSampleWeights");
        }
    }

    private void EmitLoss()
    {
        var (body, _) = Begin();
        writer.Line("/// <summary>The sum of the samples' losses.</summary>");
        using (writer.Block($"public static {type} Loss(int samples, ref {type} allOutputs, {TargetParameters})"))
        {
            var forward = Program.Loss.TakeWhile(operation => operation.Result != Program.LossSum).Append(Program.Loss.First(operation => operation.Result == Program.LossSum)).ToList();
            body.DeclareSums(forward);
            using (writer.Block("for (nint sample = 0; sample < samples; sample++)"))
            {
                body.Load(Program.Output, "allOutputs");
                LoadTargets(body);
                body.EmitAll(forward);
            }

            writer.Line($"return {body.Element(Program.LossSum, 0)};");
        }
    }

    private void EmitGradients()
    {
        writer.Line("/// <summary>The sum of the samples' losses, and the gradient of their scaled sum by every parameter.</summary>");
        writer.Line(Kernel.NotInlined);
        using (writer.Block($"public static {type} Gradients(int samples, {TrainingParameters})"))
        {
            writer.Line("gradients = default;");
            var (body, _) = Begin();

            // A gradient of 0 is there by now.
            var training = Training.Where(operation => !(operation is Map { Value: Constant } && Program.Gradients.ContainsValue(operation.Result))).ToList();
            body.DeclareSums(training);
            using (writer.Block("for (nint sample = 0; sample < samples; sample++)"))
            {
                EmitSample(body, training);
            }

            writer.Line($"return {body.Element(Program.LossSum, 0)};");
        }
    }

    /// <summary>Gradients of one sample serve the update before they are on their way to memory, which takes a tenth of such a step.</summary>
    private void EmitStep()
    {
        if (!compiled.JoinsUpdate)
        {
            return;
        }

        writer.Line("/// <summary>The loss of one sample, its gradient by every parameter, and the update.</summary>");
        writer.Line(Kernel.NotInlined);
        string parameters = OneSample.IsUnscaled(Program) ? ParametersWith("") : TrainingParameters;
        using (writer.Block($"public static {type} Step({parameters}{UpdateParameters})"))
        {
            var (body, names) = Begin(isOneSample: true);
            EmitSample(body, [.. OneSample.Simplify(Program, Training)]);
            foreach (var (parameter, element) in fields.All())
            {
                writer.Line($"gradients.{fields.Of(parameter, element)} = {body.Gradient(parameter, element)};");
            }

            foreach (var (parameter, element) in fields.All())
            {
                EmitUpdateOf(names, parameter, element, body.Gradient(parameter, element));
            }

            writer.Line($"return {body.Element(Program.LossSum, 0)};");
        }

        writer.Gap();
    }

    private string ParametersWith(string lossScale) =>
        $"ref {type} allInputs, {TargetParameters}, ref {ParameterFields.Type} weights, {lossScale}ref {type} allOutputs, ref {ParameterFields.Type} gradients";

    private void EmitSample(ElementEmitter body, List<Operation> training)
    {
        body.Load(Program.Input, "allInputs");
        LoadTargets(body);
        body.EmitAll(training);
        body.StoreOutputs();
    }

    private void EmitUpdate()
    {
        if (Update.Penalty is { } penalty)
        {
            new FlatEmitter(writer, compiled.Element, hasLanes: false).Emit("Penalize", [(Update.Gradient, new Read(Update.Gradient) + penalty)]);
            writer.Gap();
        }

        if (!compiled.UpdatesByParameter)
        {
            new FlatEmitter(writer, compiled.Element, hasLanes: false).Emit("Update", Update.Rule.Assignments);
            return;
        }

        var (_, names) = Begin();
        foreach (string formula in StepFormula.Lines(Update.Rule.Assignments))
        {
            writer.Line($"// {formula}");
        }

        using (writer.Block($"public static void Update(ref {ParameterFields.Type} weights, ref {ParameterFields.Type} gradients{UpdateParameters})"))
        {
            foreach (var (parameter, element) in fields.All())
            {
                EmitUpdateOf(names, parameter, element, $"gradients.{fields.Of(parameter, element)}");
            }
        }
    }

    /// <summary>What parameters, gradients and states are called here.</summary>
    private string BufferOf(Tensor tensor) => tensor == Update.Weight ? "weights" : Names.Camel(tensor.Name);

    private void EmitUpdateOf(Names names, Tensor parameter, int element, string gradient)
    {
        string Field(Tensor tensor) => tensor == Update.Gradient ? gradient : $"{BufferOf(tensor)}.{fields.Of(parameter, element)}";
        string Leaf(Expression leaf) => ((Read)leaf).Tensor is { Kind: TensorKind.Argument } argument ? Names.Camel(argument.Name) : Field(((Read)leaf).Tensor);
        var expressions = new ExpressionWriter(writer, new ScalarTarget(compiled.Element, Leaf), names, sharesReads: false);
        var assignments = Update.Rule.Assignments;
        var texts = expressions.WriteAll(assignments.Select(each => each.Value));
        for (int k = 0; k < texts.Count; k++)
        {
            writer.Line($"{Field(assignments[k].Target)} = {texts[k]};");
        }
    }
}
