using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>
/// Writes the smallest networks as straight-line code: every element of every tensor is a local, one sample after another.
/// </summary>
internal sealed class StraightLineEmitter(CodeWriter writer, CompiledNetwork compiled)
{
    private readonly string type = compiled.Element.Name;

    private TensorProgram Program => compiled.Program;

    private string TargetParameters => $"ref {type} allTargets" + (Program.SampleWeights is null ? "" : $", ref {type} allSampleWeights");

    public void Emit()
    {
        EmitPredict();
        writer.Gap();
        EmitLoss();
        writer.Gap();
        EmitGradients();
        writer.Gap();
        if (compiled.Update.IsElementwise)
        {
            EmitStep();
            writer.Gap();
        }

        EmitUpdate();
    }

    /// <summary>Names and locals of another method.</summary>
    private (ElementEmitter Body, Names Names) Begin()
    {
        var names = new Names("samples", "sample", "allInputs", "parameters", "allOutputs", "allTargets", "allSampleWeights", "gradients", "lossScale");
        var rule = compiled.Update.Rule;
        foreach (var taken in rule.States.Concat(rule.Arguments.Select(each => each.Argument)))
        {
            names.New(Names.Camel(taken.Name));
        }

        return (new ElementEmitter(writer, compiled, names), names);
    }

    private void EmitPredict()
    {
        var (body, _) = Begin();
        writer.Line("/// <summary>The forward pass.</summary>");
        using (writer.Block($"public static void Predict(int samples, ref {type} allInputs, ref {type} parameters, ref {type} allOutputs)"))
        {
            body.LoadParameters();
            using (writer.Block("for (nint sample = 0; sample < samples; sample++)"))
            {
                body.Load(Program.Input, "allInputs");
                body.EmitAll(Program.Forward);
                body.StoreOutputs();
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
        using (writer.Block($"public static {type} Gradients(int samples, ref {type} allInputs, {TargetParameters}, ref {type} parameters, {type} lossScale, ref {type} allOutputs, ref {type} gradients)"))
        {
            var (body, _) = EmitSamples();
            foreach (var (parameter, element) in ParameterElements())
            {
                writer.Line($"At(ref gradients, {body.PlaceOf(parameter, element)}) = {body.Element(Program.Gradients[parameter], element)};");
            }

            writer.Line($"return {body.Element(Program.LossSum, 0)};");
        }
    }

    /// <summary>A whole step: gradients go into the update as they are, without a way through memory.</summary>
    private void EmitStep()
    {
        var rule = compiled.Update.Rule;
        string states = string.Concat(rule.States.Select(state => $", ref {type} {Names.Camel(state.Name)}"));
        string arguments = string.Concat(rule.Arguments.Select(each => $", {type} {Names.Camel(each.Argument.Name)}"));
        writer.Line("/// <summary>The sum of the samples' losses; forward, backward and update in one.</summary>");
        using (writer.Block($"public static {type} Step(int samples, ref {type} allInputs, {TargetParameters}, ref {type} parameters, {type} lossScale, ref {type} allOutputs{states}{arguments})"))
        {
            var (body, names) = EmitSamples();
            foreach (var assignment in rule.Assignments)
            {
                writer.Line($"// {assignment.Target} ← {assignment.Value}");
            }

            foreach (var (parameter, element) in ParameterElements())
            {
                EmitUpdateOf(body, names, parameter, element);
            }

            writer.Line($"return {body.Element(Program.LossSum, 0)};");
        }
    }

    private void EmitUpdateOf(ElementEmitter body, Names names, Tensor parameter, int element)
    {
        var update = compiled.Update;
        string Leaf(Expression leaf) => ((Read)leaf).Tensor is var tensor && tensor == update.Weight ? body.Element(parameter, element)
            : tensor == update.Gradient ? body.Element(Program.Gradients[parameter], element)
            : tensor.Kind == TensorKind.Argument ? Names.Camel(tensor.Name)
            : $"At(ref {Names.Camel(tensor.Name)}, {body.PlaceOf(parameter, element)})";
        var expressions = new ExpressionWriter(writer, new ScalarTarget(compiled.Element, Leaf), names);
        var assignments = update.Rule.Assignments;
        assignments.ForEach(each => expressions.AnnounceWithoutReads(each.Value));
        var texts = assignments.Select(each => expressions.Write(each.Value)).ToList();
        for (int k = 0; k < texts.Count; k++)
        {
            string memory = assignments[k].Target == update.Weight ? "parameters" : Names.Camel(assignments[k].Target.Name);
            writer.Line($"At(ref {memory}, {body.PlaceOf(parameter, element)}) = {texts[k]};");
        }
    }

    private IEnumerable<(Tensor Parameter, int Element)> ParameterElements() =>
        Program.Parameters.SelectMany(parameter => Enumerable.Range(0, parameter.Size).Select(element => (parameter, element)));

    /// <summary>Forward and backward of every sample, gradients summed in locals.</summary>
    private (ElementEmitter Body, Names Names) EmitSamples()
    {
        var (body, names) = Begin();
        var operations = Program.Forward.Concat(Program.Loss).Concat(Program.Backward).ToList();
        body.LoadParameters();
        body.DeclareSums(operations);
        using (writer.Block("for (nint sample = 0; sample < samples; sample++)"))
        {
            body.Load(Program.Input, "allInputs");
            LoadTargets(body);
            body.EmitAll(operations);
            body.StoreOutputs();
        }

        return (body, names);
    }

    private void EmitUpdate()
    {
        var update = compiled.Update;
        var assignments = update.Rule.Assignments;
        if (update.Penalty is { } penalty)
        {
            new FlatEmitter(writer, compiled.Element).Emit("Penalize", [(update.Gradient, new Read(update.Gradient) + penalty)]);
            writer.Gap();
        }

        new FlatEmitter(writer, compiled.Element).Emit("Update", assignments);
    }
}
