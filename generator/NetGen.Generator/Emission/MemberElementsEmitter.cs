using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Emission;

/// <summary>Writes a member's share of a kernel that runs over parameters: the weights whose units are its own, then a share of the others.</summary>
internal sealed class MemberElementsEmitter(CodeWriter writer, ParameterLayout parameters)
{
    /// <summary>Writes the method.</summary>
    /// <param name="kernel">The kernel, which takes a number of elements and then memory and arguments.</param>
    /// <param name="length">Over how many elements it runs, from the first.</param>
    /// <param name="memory">The buffers that it takes.</param>
    /// <param name="arguments">The values that it takes.</param>
    public void Emit(string kernel, int length, IReadOnlyList<string> memory, IReadOnlyList<string> arguments)
    {
        string Call(string first, string count) =>
            $"Kernels<V>.{kernel}({count}, {string.Join(", ", memory.Select(each => $"ref At(ref {each}, {first})").Concat(arguments))});";

        using (writer.Block($"private void {kernel}Share({DividedTrainerEmitter.Member})"))
        {
            EmitUnits();
            int others = parameters.LengthOfUnits;
            writer.Line($"var elements = member.Share({length - others}, {Padding.Block});");
            if (others == 0)
            {
                writer.Line(Call("elements.First", "elements.Count"));
            }
            else
            {
                writer.Line($"Run({others} + elements.First, elements.Count);").Gap();
                writer.Line($"void Run(int first, int count) => {Call("first", "count")}");
            }
        }
    }

    /// <summary>Writes the runs of the weights that are shared out by units.</summary>
    private void EmitUnits()
    {
        foreach (var share in parameters.OfUnits.Select(weight => MemberShare.OfColumns(weight.Columns)).Distinct())
        {
            writer.Line(share.Declaration);
        }

        foreach (var weight in parameters.OfUnits)
        {
            int offset = parameters.OffsetOf(weight);
            using (writer.Block($"foreach (var run in new global::NetGen.Threading.StripRuns({weight.Rows}, {weight.Columns}, {MemberShare.OfColumns(weight.Columns).Name}))"))
            {
                writer.Line($"Run({(offset == 0 ? "" : $"{offset} + ")}run.First, run.Count);");
            }
        }
    }
}
