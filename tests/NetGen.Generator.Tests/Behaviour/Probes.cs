namespace NetGen.Generator.Tests.Behaviour;

/// <summary>
/// Networks of every kind of code that the compiler writes, each with a class of user code that calls what only generated
/// classes have.
/// </summary>
public sealed class Probes : IDisposable
{
    private readonly Lazy<LoadedCode> code = new(() => Compiler.Harness.CompileAndLoad([.. Cases.Select(Source)]));

    internal static IReadOnlyList<ProbeCase> Cases { get; } =
    [
        new("Straight", "float", "[Input(2), Dense(2), Sigmoid, Dense(1), Sigmoid, HalfSquaredError, Sgd(LearningRate = 0.5)]", 2, 1),
        new("StraightLabels", "double", "[Input(3), Dense(2), Tanh, Dense(2), CrossEntropy, Sgd(Momentum = 0.5), ClipGradients(Norm = 0.5), Regularize(L1 = 0.01)]", 3, 2),
        new("Lanes", "float", "[Input(64), Dense(32), Relu, Dense(10), CrossEntropy, Adam(LearningRate = 0.002)]", 64, 10),
        new("LanesDouble", "double", "[Input(21), Dense(19), Gelu, Dense(7), Softmax, MeanSquaredError, AdamW]", 21, 7),
        new("Clipped", "float", "[Input(20), Dense(33), Tanh, Dense(3), CrossEntropy(LabelSmoothing = 0.1), RmsProp(Momentum = 0.5), Regularize(L1 = 0.01, L2 = 0.02), ClipGradients(Norm = 0.1)]", 20, 3),
        new("Residual", "float", "[Input(3, 6), Dense(8, Name = \"a\"), Relu, Dense(8), Add(\"a\"), PRelu, Concat(\"a\"), Flatten, Dense(1), BinaryCrossEntropy, AdaDelta, ClipGradients(Value = 0.1)]", 18, 1),
        new("Normalized", "float", "[Input(20), InputScaling, Dense(33, Bias = false), BatchNorm, Relu, Dropout(0.25), Dense(9), LayerNorm, Tanh, Dense(3), CrossEntropy, Adam, ClipGradients(Norm = 1), Regularize(L2 = 0.01)]", 20, 3) { HasModes = true },
        new("Noisy", "double", "[Input(2, 7), Dropout(0.1), Dense(8), RmsNorm, GaussianNoise(0.1), Flatten, Dense(1), Dropout(0.5), MeanSquaredError]", 14, 1) { HasModes = true },
        new("Large", "float", "[Input(9), Dense(14000), Relu, Dense(2), CrossEntropy, Sgd(LearningRate = 0.001)]", 9, 2),
        new("Divided", "float", "[Input(3, 30), Dense(60), Mish, Flatten, Dense(40), PRelu, Dense(3), CrossEntropy, Adam, Regularize(L2 = 0.01), ClipGradients(Norm = 1)]", 90, 3),
        new("Units", "float", "[Input(250), Dense(270), Relu, Dropout(0.2), Dense(258), BatchNorm, Silu, Dense(3), CrossEntropy, Adam, Regularize(L2 = 0.01), ClipGradients(Norm = 1)]", 250, 3) { HasModes = true },
        new("LargeOutputs", "double", "[Input(4), Dense(7000), CrossEntropy, Sgd(LearningRate = 0.001)]", 4, 7000),
    ];

    /// <summary>The cases' names, for theories.</summary>
    public static TheoryData<string> Names => [.. Cases.Select(each => each.Name)];

    /// <summary>The names of those whose forward pass in training is that of prediction.</summary>
    public static TheoryData<string> NamesWithoutModes => [.. Cases.Where(each => !each.HasModes).Select(each => each.Name)];

    /// <summary>The compiled code of all cases.</summary>
    public LoadedCode Code => code.Value;

    internal static ProbeCase Case(string name) => Cases.Single(each => each.Name == name);

    /// <summary>Calls of every method that must not allocate, on a fresh network with a trainer for batches of 12 and two threads.</summary>
    public Action[] Calls(string name) => Code.Method<Func<Action[]>>($"{name}Probe", "Calls")();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (code.IsValueCreated)
        {
            code.Value.Dispose();
        }
    }

    private static UserSource Source(ProbeCase probe)
    {
        string network = probe.IsDouble ? "[Network(Precision = Precision.Double)]" : "[Network]";
        string target = probe.TakesLabels ? "int" : probe.Element;
        string probabilities = probe.HasProbabilities ? "() => net.PredictProbabilities(one, outputs.AsSpan(0, outputs.Length / 12)), () => net.Classify(one)," : "";
        string single = probe.Outputs == 1 ? "() => net.Predict(one)," : "";
        return $$"""
            using System;
            using System.Linq;
            using NetGen;

            {{network}}
            {{probe.Attributes}}
            public partial class {{probe.Name}};

            public static class {{probe.Name}}Probe
            {
                public static Action[] Calls()
                {
                    var net = new {{probe.Name}}(seed: 3);
                    var trainer = net.CreateTrainer(12, threads: 2);
                    var watched = net.CreateTrainer(12, threads: 2);
                    new NetworkWatch { Every = 2, Limits = new() { StuckSteps = 1000 } }.Attach(net, watched);
                    var inputs = Enumerable.Range(0, 12 * {{probe.Name}}.InputSize).Select(i => ({{probe.Element}})Math.Sin(i)).ToArray();
                    var one = inputs.AsSpan(0, {{probe.Name}}.InputSize).ToArray();
                    var outputs = new {{probe.Element}}[12 * {{probe.Name}}.OutputSize];
                    var targets = new {{target}}[{{(probe.TakesLabels ? 12 : 12 * probe.Outputs)}}];
                    var name = net.Parameters.Tensors.First(each => each.Learned).Name;
                    var tensor = net.Parameters.ToArray(name);
                    return new Action[]
                    {
                        () => net.Predict(one, outputs.AsSpan(0, {{probe.Name}}.OutputSize)),
                        () => net.PredictMany(inputs, outputs),
                        () => net.PredictMany(inputs, outputs, threads: 2),
                        {{probabilities}}
                        {{single}}
                        () => trainer.Step(inputs, targets),
                        () => trainer.Evaluate(inputs, targets),
                        () => trainer.ReadOutputs(outputs),
                        () => trainer.Forward(inputs),
                        () => { trainer.Forward(inputs); trainer.Loss(targets); },
                        () => { trainer.Forward(inputs); trainer.Loss(targets); trainer.Backward(); trainer.Update(); },
                        () => trainer.LearningRate = 0.01,
                        () => net.Parameters.Read(name, tensor),
                        () => net.Parameters.Write(name, tensor),
                        () => trainer.Gradients.Read(name, tensor),
                        () => watched.Step(inputs, targets),
                    };
                }
            }
            """;
    }
}
