using System.Text.Json;

namespace NetGen.Conformance.Tests.Golden;

/// <summary>Reads golden cases; README.md in this folder tells the format.</summary>
public static class GoldenReader
{
    public static GoldenCase Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var root = document.RootElement;
        return new GoldenCase
        {
            Network = new NetworkSpec
            {
                Name = root.GetProperty("name").GetString()!,
                Layers = [.. root.GetProperty("network").EnumerateArray().Select(ReadOperation)],
                Loss = ReadOperation(root.GetProperty("loss")),
                Optimizer = ReadOperation(root.GetProperty("optimizer")),
                Clip = ReadOptional(root, "clip", "ClipGradients"),
                Regularize = ReadOptional(root, "regularize", "Regularize"),
            },
            Schedule = ReadOptional(root, "schedule"),
            Batch = root.GetProperty("batch").GetInt32(),
            OutputShape = Integers(root.GetProperty("outputShape")),
            Initial = ReadTensors(root.GetProperty("initial")),
            FirstGradients = ReadTensors(root.GetProperty("firstGradients")),
            Final = ReadTensors(root.GetProperty("final")),
            Steps = [.. root.GetProperty("steps").EnumerateArray().Select(ReadStep)],
            Evaluation = ReadEvaluation(root.GetProperty("evaluate")),
        };
    }

    // Limits are written without an op: there is one kind of each.
    private static OperationSpec? ReadOptional(JsonElement root, string name, string op) =>
        root.TryGetProperty(name, out var element) ? ReadOperation(element) with { Op = op } : null;

    private static OperationSpec? ReadOptional(JsonElement root, string name) =>
        root.TryGetProperty(name, out var element) ? ReadOperation(element) : null;

    private static OperationSpec ReadOperation(JsonElement element)
    {
        string[] structure = ["op", "name", "with", "shape"];
        var arguments = element.EnumerateObject().Where(property => !structure.Contains(property.Name)).Select(ReadArgument);
        return new OperationSpec(Text(element, "op") ?? "", [.. arguments])
        {
            Name = Text(element, "name"),
            With = Text(element, "with"),
            Shape = element.TryGetProperty("shape", out var shape) ? Integers(shape) : null,
        };
    }

    private static ArgumentSpec ReadArgument(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.True => (property.Name, true),
        JsonValueKind.False => (property.Name, false),
        _ => (property.Name, property.Value.GetDouble()),
    };

    private static Dictionary<string, GoldenTensor> ReadTensors(JsonElement element) => element.EnumerateObject().ToDictionary(
        property => property.Name,
        property => new GoldenTensor(Integers(property.Value.GetProperty("shape")), Numbers(property.Value, "data")));

    private static GoldenStep ReadStep(JsonElement element) => new(
        Numbers(element, "inputs"),
        Numbers(element, "targets"),
        element.GetProperty("learningRate").GetDouble(),
        element.GetProperty("loss").GetDouble(),
        element.GetProperty("gradientNorm").GetDouble());

    private static GoldenEvaluation ReadEvaluation(JsonElement element) => new(Numbers(element, "inputs"), Numbers(element, "outputs"));

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static double[] Numbers(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];

    private static int[] Integers(JsonElement element) => [.. element.EnumerateArray().Select(number => number.GetInt32())];
}
