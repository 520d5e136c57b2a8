using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Lowering;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>Writes kernels that run over parameters, whatever tensors they belong to: penalties and the optimizer's update.</summary>
/// <param name="writer">Receives the code.</param>
/// <param name="element">The element type.</param>
/// <param name="hasLanes">Whether the class around it is of one kind of vectors; otherwise the kernel takes them as a type.</param>
internal sealed class FlatEmitter(CodeWriter writer, ElementType element, bool hasLanes)
{
    /// <summary>Writes a kernel of the given name.</summary>
    public void Emit(string name, IReadOnlyList<(Tensor Target, Expression Value)> assignments)
    {
        var names = new Names("length", "i", "V");
        var (memory, arguments) = UpdatePlan.OperandsOf(assignments);
        var parameters = memory.Select(tensor => $"ref {element.Name} {names.Of(tensor)}")
            .Concat(arguments.Select(argument => $"{element.Name} {names.Of(argument)}"));

        foreach (string formula in StepFormula.Lines(assignments))
        {
            writer.Line($"// {formula}");
        }

        string head = $"public static void {name}{(hasLanes ? "" : "<V>")}(int length, {string.Join(", ", parameters)})";
        if (!hasLanes)
        {
            writer.Line(head);
            head = $"    where V : struct, global::NetGen.Kernels.ILanes<{element.Name}, V>";
        }

        using (writer.Block(head))
        using (writer.Block("for (nint i = 0; i < length; i += V.Count)"))
        {
            EmitAssignments(assignments, names);
        }
    }

    private void EmitAssignments(IReadOnlyList<(Tensor Target, Expression Value)> assignments, Names names)
    {
        var expressions = new ExpressionWriter(writer, new LaneTarget(element, leaf => Leaf(leaf, names)), names);
        foreach (var (target, value) in assignments)
        {
            expressions.Suggest(value, StepFormula.NewValue(target));
        }

        var texts = expressions.WriteAll(assignments.Select(each => each.Value));
        for (int k = 0; k < texts.Count; k++)
        {
            writer.Line($"V.Store({texts[k]}, ref {names.Of(assignments[k].Target)}, i);");
        }
    }

    private static string Leaf(Expression leaf, Names names) => leaf switch
    {
        Read { Tensor.Kind: TensorKind.Argument } read => $"V.Broadcast({names.Of(read.Tensor)})",
        Read read => $"V.Load(ref {names.Of(read.Tensor)}, i)",
        _ => throw new ArgumentOutOfRangeException(nameof(leaf)),
    };
}
