using System.Reflection;
using NetGen.Kernels;

namespace NetGen.Generator.Tests.Names;

/// <summary>Layers may have any name: keywords, and whatever the generated code calls its own things.</summary>
public sealed class LayerNameTests
{
    /// <summary>All are compiled; one of so many is trained too, since compiling to machine code takes the longest.</summary>
    private const int TrainedEach = 4;

    private static readonly string[] Hostile =
    [
        "class", "event", "ref", "in", "out", "float", "double", "int", "nint", "new", "this", "base", "default", "void", "return", "for", "is",
        "var", "await", "record", "field", "value", "scoped", "partial", "global", "file", "required", "nameof", "_", "__", "_1", "é", "層", "ß", "ı", "ǆ",
        "samples", "Samples", "sample", "row", "column", "i", "V", "T", "lane", "start", "partials", "partial1", "total", "memory", "Memory", "stack",
        "Loss", "loss", "lossSum", "lossScale", "LossScale", "lossCount", "Step", "StepCore", "stepSize", "StepCount", "Max", "Min", "Abs", "Sqrt", "Exp", "exp", "Log", "Tanh",
        "Sigmoid", "Erf", "MultiplyAdd", "Contract", "Transpose", "Zero", "At", "First", "first", "results", "length", "parameters", "Parameters", "inputs", "Inputs",
        "outputs", "Outputs", "allInputs", "allOutputs", "allTargets", "targets", "Targets", "target", "gradients", "Gradients", "Gradient", "gradient",
        "Predict", "PredictMany", "Kernels", "Declared", "Description", "LaneTrainer", "Update", "UpdateCore", "Forward", "ForwardCore", "Backward",
        "InputSize", "OutputSize", "ParameterCount", "BatchSize", "LearningRate", "learningRate", "batchSize", "destination", "clipScale", "Run", "Save",
        "Classify", "network", "path", "seed", "NetGen", "System", "Equals", "GetHashCode", "ToString", "Finalize", "mean", "meanSquare", "velocity", "square",
        "weight", "bias", "dense", "Dense", "largestLogit", "odds", "oddsSum", "agreement", "logits", "probabilities", "penalty", "Penalize", "beta1Power", "count", "input", "output",
        "Reference", "ReadOutputs", "Evaluate", "EvaluateCore", "MemberwiseClone", "GetType", "ReferenceEquals", "__arglist", "__makeref", "__reftype", "__refvalue", new('層', 64), new('z', 64), "paddedInput", "Weight", "Bias", "dense1Weight", "Dense1Weight",
        "columns", "columns128", "rows", "rows128", "units", "elements", "run",
    ];

    [Fact]
    public void LanesAreUnharmed()
    {
        // Blocks that use every kind of kernel: products, reductions, skips; each of the names once.
        string[] nodes =
        [
            "Dense(5, Name = \"{0}\")", "Sigmoid(Name = \"{0}\")", "Dense(5, Bias = false, Name = \"{0}\")", "Softmax(Name = \"{0}\")",
            "PRelu(Name = \"{0}\")", "Add(\"before\", Name = \"{0}\")",
        ];
        Check("[Input(5, Name = \"{0}\"), Dense(5, Name = \"{0}\")", nodes, ", Dense(3, Name = \"{0}\"), CrossEntropy, Adam, Regularize(L2 = 0.1), ClipGradients(Norm = 1)]", 12);
    }

    [Fact]
    public void StraightLinesAreUnharmed() => Check(
        "[Input(2, Name = \"{0}\"), Dense(2, Name = \"{0}\")",
        ["Tanh(Name = \"{0}\")", "Add(\"before\", Name = \"{0}\")", "Softmax(Name = \"{0}\")", "PRelu(Name = \"{0}\")"],
        ", Dense(2, Name = \"{0}\"), CrossEntropy, Sgd(Momentum = 0.9), Regularize(L1 = 0.1), ClipGradients(Value = 1)]",
        6);

    /// <summary>Large enough for threads to share, by units, and with another forward pass for evaluation: all methods that a trainer can have.</summary>
    [Fact]
    public void SharedPassesAndEvaluationAreUnharmed() => Check(
        "[Input(512, Name = \"{0}\"), Dense(128, Name = \"{0}\")",
        ["BatchNorm(Name = \"{0}\")", "Dropout(0.2, Name = \"{0}\")", "LayerNorm(Name = \"{0}\")", "GaussianNoise(0.1, Name = \"{0}\")"],
        ", Dense(3, Name = \"{0}\"), CrossEntropy, Adam, Regularize(L2 = 0.1), ClipGradients(Norm = 1)]",
        20);

    /// <summary>A kernel is called after what it makes, within a class that has short names for the pieces it is made of.</summary>
    [Fact]
    public void PiecesOfKernelsAreUnharmed()
    {
        var pieces = typeof(KernelScope<float, Lane<float>>)
            .GetMembers(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy)
            .Select(member => member.Name).Distinct().ToList();
        pieces.ShouldContain("ContractStrips");
        using LoadedCode code = Compiler.Harness.CompileAndLoad($"using NetGen; namespace Demo; {string.Join("\n", pieces.Select(piece => $"""
            [Network, Input(5), Dense(70, Name = "{piece}"), Dense(70), Dense(5), CrossEntropy, Adam] public partial class Of{piece};
            """))}");
    }

    /// <summary>What a member's shares are called, beside layers whose places in memory are called after them.</summary>
    [Fact]
    public void SharesAreUnharmed()
    {
        string[] shares = ["columns128", "Columns128", "rows128", "samples", "member"];
        using LoadedCode code = Compiler.Harness.CompileAndLoad($"using NetGen; namespace Demo; {string.Join("\n", shares.Select(share => $"""
            [Network, Input(512), Dense(128, Name = "{share}"), Dropout(0.5), Dense(10), CrossEntropy, Adam] public partial class Of{share};
            """))}");
    }

    /// <summary>Cuts the names into networks, and compares each with one of plain names that is otherwise the same.</summary>
    private static void Check(string begin, string[] nodes, string end, int namesEach)
    {
        var classes = new List<string>();
        string[][] groups = [.. Hostile.Chunk(namesEach)];
        for (int i = 0; i < groups.Length; i++)
        {
            string[] names = [.. groups[i], .. Enumerable.Range(0, namesEach - groups[i].Length).Select(n => $"more{n}")];
            classes.Add($"[Network] {Declare(begin, nodes, end, names)} public partial class Hostile{i};");
        }

        classes.Add($"[Network] {Declare(begin, nodes, end, [.. Enumerable.Range(0, namesEach).Select(n => $"plain{n}")])} public partial class Plain;");
        using LoadedCode code = Compiler.Harness.CompileAndLoad($"using NetGen; namespace Demo; {string.Join("\n", classes)}");

        float[] expected = Train(code.CreateNetwork<float>("Demo.Plain"), from: null);
        for (int i = 0; i < groups.Length; i += TrainedEach)
        {
            Train(code.CreateNetwork<float>($"Demo.Hostile{i}"), from: code.CreateNetwork<float>("Demo.Plain")).ShouldBe(expected, $"Hostile{i}: {string.Join(", ", groups[i])}");
        }
    }

    private static string Declare(string begin, string[] nodes, string end, string[] names)
    {
        var rest = new Queue<string>(names);
        string before = names[1];
        string text = Fill(begin);
        for (int node = 0; rest.Count > 1; node++)
        {
            text += ", " + Fill(nodes[node % nodes.Length]);
        }

        return (text + Fill(end)).Replace("before", before, StringComparison.Ordinal);

        string Fill(string template)
        {
            while (template.Contains("{0}", StringComparison.Ordinal))
            {
                int at = template.IndexOf("{0}", StringComparison.Ordinal);
                template = template[..at] + rest.Dequeue() + template[(at + 3)..];
            }

            return template;
        }
    }

    /// <summary>The predictions after some steps from the same parameters.</summary>
    private static float[] Train(INetwork<float> network, INetwork<float>? from)
    {
        int inputs = network.Description.Layers[0].Shape[0];
        int outputs = network.Description.Layers[^1].Shape[0];
        for (int tensor = 0; from is not null && tensor < network.Parameters.Tensors.Count; tensor++)
        {
            network.Parameters.Write(network.Parameters.Tensors[tensor].Name, from.Parameters.ToArray(from.Parameters.Tensors[tensor].Name));
        }

        float[] samples = [.. Enumerable.Range(0, 4 * inputs).Select(i => MathF.Sin(i))];
        var trainer = (LabelTrainer<float>)network.CreateTrainer(4);
        for (int step = 0; step < 3; step++)
        {
            trainer.Step(samples, [0, 1, 1, 0]);
        }

        float[] predicted = new float[4 * outputs];
        network.PredictMany(samples, predicted);
        predicted.ShouldNotContain(float.NaN);
        return predicted;
    }
}
