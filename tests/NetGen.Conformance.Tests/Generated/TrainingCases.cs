using NetGen.Conformance.Tests.Checks;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>Networks whose trainers carry different things from step to step: every optimizer, limits, both kinds of targets, both kinds of code.</summary>
internal static class TrainingCases
{
    public static IReadOnlyList<NetworkSpec> All { get; } =
    [
        Labels("plain", new("Sgd", ("learningRate", 0.1))),
        Labels("momentum", new("Sgd", ("learningRate", 0.05), ("momentum", 0.9), ("nesterov", true))),
        Labels("dampened", new("Sgd", ("learningRate", 0.05), ("momentum", 0.9), ("dampening", 0.1))),
        Labels("adam", new("Adam", ("learningRate", 0.01))) with { Clip = new("ClipGradients", ("norm", 0.1)), Regularize = new("Regularize", ("l1", 1e-3), ("l2", 1e-2)) },
        Labels("amsgrad", new("Adam", ("amsGrad", true))) with { Clip = new("ClipGradients", ("value", 0.01)) },
        Values("adamw", new("AdamW", ("learningRate", 0.01))) with { Regularize = new("Regularize", ("l2", 0.05)) },
        Values("rmsprop", new("RmsProp", ("centered", true), ("momentum", 0.9))),
        Values("adagrad", new("AdaGrad", ("learningRate", 0.1))),
        Values("adadelta", new("AdaDelta")),
        Tiny("tiny-adam", "MeanSquaredError", 1, new("Adam", ("learningRate", 0.01))),
        Tiny("tiny-labels", "CrossEntropy", 2, new("Adam", ("learningRate", 0.01))),
        Tiny("tiny-smooth", "CrossEntropy", 3, new("Sgd", ("learningRate", 0.1), ("momentum", 0.5))) with { Loss = new("CrossEntropy", ("labelSmoothing", 0.1)) },
    ];

    /// <summary>What a batch's samples or their order have a part in, so that small batches do not make a large one.</summary>
    public static NetworkSpec Noisy { get; } = new()
    {
        Name = "noisy",
        Layers = [OperationSpec.Input(9), OperationSpec.Dense(18), new("BatchNorm"), new("Relu"), new("Dropout", ("rate", 0.3)), OperationSpec.Dense(4)],
        Loss = new("CrossEntropy"),
        Optimizer = new("Adam", ("learningRate", 0.01)),
    };

    public static TheoryData<string> Names => [.. All.Select(spec => spec.Name)];

    public static TheoryData<string> NamesToResume => [.. All.Select(spec => spec.Name), Noisy.Name];

    public static TheoryData<string> NamesWithLabels => [.. All.Where(spec => spec.Loss.Op == "CrossEntropy").Select(spec => spec.Name)];

    public static CompiledSpecs<double> InDouble { get; } = new(All);

    public static CompiledSpecs<float> InFloat { get; } = new([.. All, Noisy]);

    public static NetworkSpec Spec(string name) => All.Append(Noisy).Single(spec => spec.Name == name);

    /// <summary>Random samples that fit a network.</summary>
    public static Dataset<T> Data<T>(NetworkDescription network, int samples, long seed = 1)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var random = new RandomSource(seed);
        T[] inputs = [.. Enumerable.Range(0, samples * network.InputSize).Select(_ => T.CreateTruncating(random.NextNormal()))];
        return network.Loss.Op == "CrossEntropy"
            ? Dataset.Labeled(inputs, [.. Enumerable.Range(0, samples).Select(_ => random.NextInt(network.OutputSize))])
            : Dataset.Valued(inputs, [.. Enumerable.Range(0, samples * network.OutputSize).Select(_ => T.CreateTruncating(random.NextNormal()))], network.InputSize);
    }

    private static NetworkSpec Labels(string name, OperationSpec optimizer) => new()
    {
        Name = name,
        Layers = [OperationSpec.Input(9), OperationSpec.Dense(21), new("Gelu"), OperationSpec.Dense(5)],
        Loss = new("CrossEntropy", ("labelSmoothing", 0.05)),
        Optimizer = optimizer,
    };

    private static NetworkSpec Values(string name, OperationSpec optimizer) => new()
    {
        Name = name,
        Layers = [OperationSpec.Input(9), OperationSpec.Dense(18), new("PRelu"), OperationSpec.Dense(3)],
        Loss = new("MeanSquaredError"),
        Optimizer = optimizer,
    };

    private static NetworkSpec Tiny(string name, string loss, int outputs, OperationSpec optimizer) => new()
    {
        Name = name,
        Layers = [OperationSpec.Input(2), OperationSpec.Dense(2), new("Tanh"), OperationSpec.Dense(outputs)],
        Loss = new(loss),
        Optimizer = optimizer,
    };
}
