using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Programs;

namespace NetGen.Generator.Emission;

/// <summary>
/// The parameters' buffer as a struct with a field for each element: straight-line code reads them by name and from memory, where
/// locals would push what a sample computes out of registers. Gradients and optimizer states have the same form.
/// </summary>
internal sealed class ParameterFields(CompiledNetwork compiled)
{
    public const string Type = "ParameterValues";

    /// <summary>The same as it is called outside of the kernels.</summary>
    public const string OuterType = "Kernels." + Type;

    private readonly Names names = new([.. Names.OfObject, "At", Type]);

    /// <summary>Every element of every parameter.</summary>
    public IEnumerable<(Tensor Parameter, int Element)> All() =>
        compiled.Program.Parameters.SelectMany(parameter => Enumerable.Range(0, parameter.Size).Select(element => (parameter, element)));

    /// <summary>An element's field: weights are stored [inputs][units], and named as the mathematics has it, [unit, input].</summary>
    public string Of(Tensor parameter, int element) =>
        names.Of((parameter, element), Names.Pascal(parameter.Name) + SuffixOf(parameter, element));

    /// <summary>What tells an element of a parameter, or of its gradient, from the others in a name.</summary>
    public static string SuffixOf(Tensor parameter, int element) => parameter.Size == 1 ? ""
        : parameter.Kind == TensorKind.Matrix ? $"_{element % parameter.Columns}_{element / parameter.Columns}"
        : $"_{element}";

    public void Emit(CodeWriter writer)
    {
        string type = compiled.Element.Name;
        int bytes = compiled.Element.Bytes;
        writer.Line("/// <summary>The buffer of parameters by name; gradients and the optimizer's states have the same form.</summary>");
        writer.Line($"[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Explicit, Size = {compiled.Parameters.Length * bytes})]");
        using (writer.Block($"public struct {Type}"))
        {
            foreach (var (parameter, element) in All())
            {
                writer.Line($"[global::System.Runtime.InteropServices.FieldOffset({PlaceOf(parameter, element) * bytes})] public {type} {Of(parameter, element)};");
            }

            writer.Gap();
            writer.Line($"public static ref {Type} At(ref {type} start) => ref global::System.Runtime.CompilerServices.Unsafe.As<{type}, {Type}>(ref start);");
        }
    }

    private int PlaceOf(Tensor parameter, int element) =>
        compiled.Parameters.OffsetOf(parameter) + (element / parameter.Columns * compiled.Parameters.StrideOf(parameter)) + (element % parameter.Columns);
}
