namespace NetGen.Conformance.Tests.Specs;

/// <summary>The arguments of every operation with the values they have when left out; without a value they cannot be left out.</summary>
public static class OperationDefaults
{
    public static IReadOnlyDictionary<string, (string Name, double? Value)[]> Layers { get; } = new Dictionary<string, (string, double?)[]>
    {
        ["Input"] = [],
        ["Dense"] = [("units", null), ("bias", 1)],
        ["Flatten"] = [],
        ["Add"] = [],
        ["Multiply"] = [],
        ["Concat"] = [],
        ["BatchNorm"] = [("momentum", 0.1), ("epsilon", 1e-5)],
        ["LayerNorm"] = [("epsilon", 1e-5)],
        ["RmsNorm"] = [("epsilon", 1e-6)],
        ["Dropout"] = [("rate", null)],
        ["GaussianNoise"] = [("standardDeviation", null)],
        ["InputScaling"] = [],
        ["Activation"] = [],
        ["Relu"] = [],
        ["LeakyRelu"] = [("slope", 0.01)],
        ["PRelu"] = [("initialSlope", 0.25)],
        ["Elu"] = [("alpha", 1)],
        ["Selu"] = [],
        ["Gelu"] = [("approximate", 0)],
        ["Silu"] = [],
        ["Mish"] = [],
        ["Sigmoid"] = [],
        ["HardSigmoid"] = [],
        ["HardSwish"] = [],
        ["Tanh"] = [],
        ["Softplus"] = [],
        ["Softsign"] = [],
        ["Softmax"] = [],
    };

    public static IReadOnlyDictionary<string, (string Name, double? Value)[]> Losses { get; } = new Dictionary<string, (string, double?)[]>
    {
        ["MeanSquaredError"] = [],
        ["HalfSquaredError"] = [],
        ["MeanAbsoluteError"] = [],
        ["Huber"] = [("delta", 1)],
        ["BinaryCrossEntropy"] = [],
        ["CrossEntropy"] = [("labelSmoothing", 0)],
    };

    public static IReadOnlyDictionary<string, (string Name, double? Value)[]> Optimizers { get; } = new Dictionary<string, (string, double?)[]>
    {
        ["Sgd"] = [("learningRate", 0.01), ("momentum", 0), ("dampening", 0), ("nesterov", 0)],
        ["RmsProp"] = [("learningRate", 0.01), ("decay", 0.99), ("epsilon", 1e-8), ("epsilonInsideRoot", 0), ("momentum", 0), ("centered", 0)],
        ["Adam"] = [("learningRate", 0.001), ("beta1", 0.9), ("beta2", 0.999), ("epsilon", 1e-8), ("amsGrad", 0), ("biasCorrection", 1), ("epsilonInsideRoot", 0)],
        ["AdamW"] = [("learningRate", 0.001), ("beta1", 0.9), ("beta2", 0.999), ("epsilon", 1e-8), ("amsGrad", 0), ("biasCorrection", 1), ("epsilonInsideRoot", 0), ("weightDecay", 0.01)],
        ["AdaGrad"] = [("learningRate", 0.01), ("epsilon", 1e-10)],
        ["AdaDelta"] = [("learningRate", 1), ("decay", 0.9), ("epsilon", 1e-6)],
    };

    public static IReadOnlyDictionary<string, (string Name, double? Value)[]> Limits { get; } = new Dictionary<string, (string, double?)[]>
    {
        ["Regularize"] = [("l1", 0), ("l2", 0)],
        ["ClipGradients"] = [("norm", 0), ("value", 0)],
    };

    /// <summary>Every argument of an operation: as written, or as it is when left out.</summary>
    public static ArgumentDescription[] Fill(OperationSpec operation, IReadOnlyDictionary<string, (string Name, double? Value)[]> known)
    {
        var arguments = known.TryGetValue(operation.Op, out var found)
            ? found
            : throw new NotSupportedException($"No operation '{operation.Op}'; there are {string.Join(", ", known.Keys)}.");
        var unknown = operation.Arguments.FirstOrDefault(written => arguments.All(argument => argument.Name != written.Name));
        if (unknown is not null)
        {
            throw new NotSupportedException($"{operation.Op} has no argument '{unknown.Name}'.");
        }

        return Array.ConvertAll(arguments, argument => new ArgumentDescription(
            argument.Name,
            operation.Arguments.FirstOrDefault(written => written.Name == argument.Name)?.Number
                ?? argument.Value
                ?? throw new NotSupportedException($"{operation.Op} needs its argument '{argument.Name}'.")));
    }
}
