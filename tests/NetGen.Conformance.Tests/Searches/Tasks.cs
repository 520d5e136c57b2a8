using NetGen.Conformance.Tests.Generated;
using NetGen.Conformance.Tests.Reference;
using NetGen.Reference;

namespace NetGen.Conformance.Tests.Searches;

/// <summary>Small tasks to learn without backpropagation.</summary>
internal static class Tasks
{
    public static readonly NetworkSpec XorNet = new()
    {
        Name = "xor",
        Layers = [OperationSpec.Input(2), OperationSpec.Dense(4), new("Tanh"), OperationSpec.Dense(1)],
        Loss = new("BinaryCrossEntropy"),
        Optimizer = new("Adam", ("learningRate", 0.05)),
    };

    public static readonly NetworkSpec IrisNet = new()
    {
        Name = "iris",
        Layers = [OperationSpec.Input(4), OperationSpec.Dense(6), new("Tanh"), OperationSpec.Dense(3)],
        Loss = new("CrossEntropy"),
        Optimizer = new("Adam", ("learningRate", 0.05)),
        Regularize = new("Regularize", ("l1", 1e-4), ("l2", 1e-3)),
    };

    public static readonly Dataset<double> Xor = Dataset.Valued([[0.0, 0], [0, 1], [1, 0], [1, 1]], [[0.0], [1], [1], [0]]);

    public static readonly Dataset<double> RawIris = Csv.ReadLabeled<double>(
        Path.Combine(AppContext.BaseDirectory, "Searches", "iris.csv"), ^1, new() { HasHeader = false, SkippedLines = 1 });

    public static readonly Dataset<double> Iris = Scaler.Standardize(RawIris).Apply(RawIris);

    private static readonly CompiledSpecs<double> Compiled = new([XorNet, IrisNet]);

    /// <summary>A generated network, every one with the same parameters.</summary>
    public static INetwork<double> Create(NetworkSpec spec)
    {
        var network = Compiled.Create(spec);
        foreach (var (name, elements) in Samples.Build(spec).Parameters)
        {
            network.Parameters.Write(name, elements);
        }

        return network;
    }

    public static Objective Generated(NetworkSpec spec, Dataset<double> data) => Objective.OfPrediction(() => Create(spec), data);

    public static Objective Reference(NetworkSpec spec, Dataset<double> data) => Objective.OfReference(Samples.Build(spec), data);
}
