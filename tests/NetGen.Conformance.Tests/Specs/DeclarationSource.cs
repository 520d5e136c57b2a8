using System.Globalization;
using System.Text;

namespace NetGen.Conformance.Tests.Specs;

/// <summary>Writes a network as a user declares it in C#.</summary>
public static class DeclarationSource
{
    // What attributes take without a name, in this order.
    private static readonly string[] Positional = ["units", "rate", "standardDeviation"];

    public static string ToSource(this NetworkSpec spec, Precision precision = Precision.Double)
    {
        var attributes = new List<string> { precision == Precision.Double ? "Network(Precision = Precision.Double)" : "Network" };
        attributes.AddRange(spec.Layers.Select(layer => Attribute(layer.Op, layer)));
        attributes.Add(Attribute(spec.Loss.Op, spec.Loss));
        attributes.Add(Attribute(spec.Optimizer.Op, spec.Optimizer));
        if (spec.Regularize is not null)
        {
            attributes.Add(Attribute("Regularize", spec.Regularize));
        }

        if (spec.Clip is not null)
        {
            attributes.Add(Attribute("ClipGradients", spec.Clip));
        }

        var methods = spec.Layers.Select(layer => layer.Method).OfType<UserMethod>().Distinct().ToArray();
        var source = new StringBuilder(methods.Length == 0 ? "" : "using System;\n").Append("using NetGen;\n\nnamespace Declared;\n\n");
        foreach (string attribute in attributes)
        {
            source.Append('[').Append(attribute).Append("]\n");
        }

        string type = precision == Precision.Double ? "double" : "float";
        source.Append("public partial class ").Append(spec.ClassName());
        return methods.Length == 0
            ? source.Append(";\n").ToString()
            : source.Append("\n{\n").AppendJoin("\n", methods.Select(method => Method(method, type))).Append("}\n").ToString();
    }

    /// <summary>The name in Pascal case: <c>clip-norm</c> is <c>ClipNorm</c>.</summary>
    public static string ClassName(this NetworkSpec spec) =>
        string.Concat(spec.Name.Split('-', '_', ' ').Where(part => part.Length > 0).Select(Pascal));

    private static string Attribute(string op, OperationSpec operation)
    {
        var arguments = new List<string>();
        arguments.AddRange(operation.Shape?.Select(size => Text(size)) ?? []);
        arguments.AddRange(operation.With is null ? [] : new[] { Quote(operation.With) });
        arguments.AddRange(operation.Method is null ? [] : new[] { $"nameof({operation.Method.Name})" });
        arguments.AddRange(operation.Arguments.Where(IsPositional).Select(Text));
        arguments.AddRange(operation.Arguments.Where(a => !IsPositional(a)).Select(a => $"{Pascal(a.Name)} = {Text(a)}"));
        arguments.AddRange(operation.Name is null ? [] : new[] { $"Name = {Quote(operation.Name)}" });
        return arguments.Count == 0 ? op : $"{op}({string.Join(", ", arguments)})";
    }

    private static string Method(UserMethod method, string type) =>
        $"    [Activation]\n    public static {type} {method.Name}({type} x) => ({type})({method.Body});\n";

    private static bool IsPositional(ArgumentSpec argument) => Positional.Contains(argument.Name);

    private static string Text(ArgumentSpec argument) =>
        argument.IsFlag ? argument.Number != 0 ? "true" : "false" : Text(argument.Number);

    // The shortest text that reads back as the same number, in any culture.
    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Quote(string text) => $"\"{text}\"";

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
