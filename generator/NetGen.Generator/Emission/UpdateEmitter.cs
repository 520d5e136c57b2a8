using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Lowering;
using NetGen.Generator.Optimizers;
using NetGen.Generator.Passes;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>Writes a trainer's update: the optimizer's buffers and values, the call of its kernel, and what of it goes to files.</summary>
/// <param name="writer">Receives the code.</param>
/// <param name="compiled">The network.</param>
/// <param name="names">The trainer's names.</param>
internal sealed class UpdateEmitter(CodeWriter writer, CompiledNetwork compiled, Names names)
{
    private readonly string type = compiled.Element.Name;

    /// <summary>What stands before the first assignment of a value of the update: where members need it, it is a field.</summary>
    private string Declare => compiled.IsDivided ? "" : type + " ";

    private UpdateRule Rule => compiled.Update.Rule;

    /// <summary>Writes the optimizer's buffers and values.</summary>
    public void EmitFields()
    {
        foreach (var state in Rule.States)
        {
            writer.Line($"private readonly global::NetGen.Weights.AlignedBuffer<{type}> {names.Of(state)} = new({compiled.Parameters.Length});");
        }

        foreach (var value in Rule.StepValues)
        {
            writer.Line($"private double {names.Of(value.Tensor)} = {ElementType.HostLiteral(value.Initial)};");
        }

        if (compiled.IsDivided)
        {
            EmitSharedFields();
        }
    }

    /// <summary>Writes the update.</summary>
    /// <param name="divided">Writes a member's share of it.</param>
    public void Emit(DividedTrainerEmitter divided)
    {
        var update = compiled.Update;
        using (writer.Block("protected override void UpdateCore()"))
        {
            if (update.ClipScale is not null)
            {
                writer.Line($"{Declare}clipScale = global::NetGen.Kernels.GradientNorm.ClipScale<{type}, V>(Gradients, {compiled.Element.Literal(compiled.Network.ClipGradients!.Norm)});");
            }

            EmitStepValues();
            EmitCall();
        }

        if (compiled.IsDivided)
        {
            writer.Gap();
            divided.EmitUpdate(UpdateArguments());
        }
    }

    /// <summary>Writes the values that an update takes.</summary>
    public void EmitStepValues()
    {
        foreach (var value in Rule.StepValues)
        {
            writer.Line($"{names.Of(value.Tensor)} = {HostText(value.Next)};");
        }

        foreach (var (argument, value) in Rule.Arguments)
        {
            string text = HostText(value);
            writer.Line($"{Declare}{names.Of(argument)} = ({type}){(value is Read ? text : $"({text})")};");
        }
    }

    /// <summary>Writes the exchange of all that the optimizer carries from step to step, for saving and for going on.</summary>
    public void EmitState()
    {
        if (Rule.States.Count + Rule.StepValues.Count == 0)
        {
            return;
        }

        writer.Gap();
        using (writer.Block($"protected override void ExchangeState(global::NetGen.TrainerState<{type}> state)"))
        {
            Rule.States.ForEach(state => writer.Line($"state.Buffer(\"{state.Name}\", {names.Of(state)});"));
            Rule.StepValues.ForEach(value => writer.Line($"state.Value(\"{value.Tensor.Name}\", ref {names.Of(value.Tensor)});"));
        }
    }

    /// <summary>The memory of the parameters, of their gradients or of a state, or what holds a value of the update.</summary>
    public string Place(Tensor tensor) =>
        tensor == compiled.Update.Weight ? "Parameters.Buffer.Start"
        : tensor == compiled.Update.Gradient ? "Gradients.Buffer.Start"
        : tensor.Kind == TensorKind.Argument ? (tensor == compiled.Update.ClipScale ? "clipScale" : names.Of(tensor))
        : $"{names.Of(tensor)}.Start";

    /// <summary>What the update of straight-line code takes behind parameters and gradients: states and values, each behind a comma.</summary>
    public string StraightLineArguments() =>
        string.Concat(compiled.Update.States.Select(state => $", ref {ParameterFields.OuterType}.At(ref {Place(state)})"))
        + string.Concat(compiled.Update.Arguments.Select(argument => $", {Place(argument)}"));

    /// <summary>What an update computes before its members share it.</summary>
    private void EmitSharedFields()
    {
        if (compiled.Update.ClipScale is not null)
        {
            writer.Line($"private {type} clipScale;");
        }

        foreach (var (argument, _) in Rule.Arguments)
        {
            writer.Line($"private {type} {names.Of(argument)};");
        }
    }

    private void EmitCall()
    {
        var (memory, arguments) = UpdateArguments();
        if (compiled.IsDivided)
        {
            writer.Line("Divide(Pass.Update, ref Targets.Start);");
        }
        else if (compiled.UpdatesByParameter)
        {
            writer.Line($"Kernels.Update(ref Weights, ref WeightGradients{StraightLineArguments()});");
        }
        else
        {
            string kernel = compiled.IsStraightLine ? "Kernels.Update<V>" : "Kernels<V>.Update";
            writer.Line($"{kernel}({compiled.Parameters.Length}, {string.Join(", ", memory.Select(place => $"ref {place}").Concat(arguments))});");
        }
    }

    private string HostText(Expression value)
    {
        var target = new HostTarget(leaf => leaf is Read { Tensor: var tensor } && tensor == UpdateRule.LearningRate ? "LearningRate" : names.Of(((Read)leaf).Tensor));
        return ExpressionWriter.Inline(target, value);
    }

    private (List<string> Memory, List<string> Arguments) UpdateArguments()
    {
        var (memory, arguments) = UpdatePlan.OperandsOf(Rule.Assignments);
        return (memory.Select(Place).ToList(), arguments.Select(Place).ToList());
    }
}
