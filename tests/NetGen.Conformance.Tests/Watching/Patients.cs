using NetGen.Conformance.Tests.Generated;

namespace NetGen.Conformance.Tests.Watching;

/// <summary>Networks that learn the irises, or large targets, in sickness and in health.</summary>
internal static class Patients
{
    public static readonly Dataset<float> Irises = ReadIrises();

    private static readonly NetworkSpec[] Specs =
    [
        Net("tanh", new("Adam", ("learningRate", 0.01)), Hidden("Tanh", 1, 8)),
        Net("relu", new("Adam", ("learningRate", 0.01)), Hidden("Relu", 2, 16)),
        Net("sigmoid", new("Sgd", ("learningRate", 0.5)), Hidden("Sigmoid", 1, 8)),
        Net("leaky", new("Sgd", ("learningRate", 0.1)), Hidden("LeakyRelu", 2, 32)),
        Net("deep-sigmoid", new("Sgd", ("learningRate", 0.1)), Hidden("Sigmoid", 8, 8)),
        Net("tiny", new("Sgd", ("learningRate", 0.1)), Hidden("Tanh", 1, 3)),
        Net("values", new("Adam", ("learningRate", 0.01)), Hidden("Gelu", 4, 8), outputs: 1, loss: "MeanSquaredError"),
    ];

    private static readonly CompiledSpecs<float> Compiled = new(Specs);

    /// <summary>A network with the parameters that its declaration gives it.</summary>
    public static INetwork<float> Create(string name) => Compiled.Create(Specs.Single(spec => spec.Name == name));

    /// <summary>Changes every element of a tensor.</summary>
    public static void Change(this INetwork<float> network, string tensor, Func<float, float> change) =>
        network.Parameters.Write(tensor, Array.ConvertAll(network.Parameters.ToArray(tensor), element => change(element)));

    /// <summary>Targets in the hundreds, 500 ± 100, of four inputs.</summary>
    public static Dataset<float> LargeTargets(int samples, long seed)
    {
        var random = new RandomSource(seed);
        float[] inputs = [.. Enumerable.Range(0, 4 * samples).Select(_ => (float)random.NextNormal())];
        float[] targets = [.. inputs.Chunk(4).Select(x => 500 + 100 * (0.7f * x[0] - 0.5f * x[1] + 0.4f * x[2] * MathF.Tanh(x[3])))];
        return Dataset.Valued(inputs, targets, 4);
    }

    private static NetworkSpec Net(string name, OperationSpec optimizer, IEnumerable<OperationSpec> hidden, int outputs = 3, string loss = "CrossEntropy") => new()
    {
        Name = name,
        Layers = [OperationSpec.Input(4), .. hidden, OperationSpec.Dense(outputs)],
        Loss = new(loss),
        Optimizer = optimizer,
    };

    private static IEnumerable<OperationSpec> Hidden(string activation, int layers, int units) =>
        Enumerable.Range(0, layers).SelectMany(_ => (OperationSpec[])[OperationSpec.Dense(units), new(activation)]);

    private static Dataset<float> ReadIrises()
    {
        var raw = Csv.ReadLabeled<float>(Path.Combine(AppContext.BaseDirectory, "Searches", "iris.csv"), ^1, new() { HasHeader = false, SkippedLines = 1 });
        return Scaler.Standardize(raw).Apply(raw);
    }
}
