namespace NetGen.Conformance.Tests.RandomNetworks;

/// <summary>Draws what stands beside the layers: loss, optimizer, penalties, clipping.</summary>
internal static class TrainingDraw
{
    public static OperationSpec Loss(Random random) => random.Next(6) switch
    {
        0 => new("MeanSquaredError"),
        1 => new("HalfSquaredError"),
        2 => new("MeanAbsoluteError"),
        3 => random.Chance(0.5) ? new("Huber") : new("Huber", ("delta", random.Between(0.05, 2))),
        4 => new("BinaryCrossEntropy"),
        _ => random.Chance(0.5) ? new("CrossEntropy") : new("CrossEntropy", ("labelSmoothing", random.Between(0, 0.5))),
    };

    public static OperationSpec Optimizer(Random random)
    {
        string op = random.Pick("Sgd", "RmsProp", "Adam", "AdamW", "AdaGrad", "AdaDelta");
        return new(op, [.. Some(random, op switch
        {
            "Sgd" => Sgd(random),
            "RmsProp" => RmsProp(random),
            "Adam" => Adam(random),
            "AdamW" => [.. Adam(random), ("weightDecay", random.Between(0, 0.2))],
            "AdaGrad" => [("learningRate", random.Between(0.001, 0.05)), ("epsilon", random.Pick(1e-10, 1e-3))],
            _ => [("learningRate", random.Between(0.1, 1)), ("decay", random.Between(0, 0.99)), ("epsilon", random.Pick(1e-6, 1e-3))],
        })]);
    }

    public static OperationSpec? Regularize(Random random) => random.Next(6) switch
    {
        0 => new("Regularize", ("l1", random.Between(0, 0.1))),
        1 => new("Regularize", ("l2", random.Between(0, 0.1))),
        2 => new("Regularize", ("l1", random.Between(0, 0.1)), ("l2", random.Between(0, 0.1))),
        _ => null,
    };

    public static OperationSpec? Clip(Random random) => random.Next(5) switch
    {
        0 => new("ClipGradients", ("norm", random.Between(0.01, 3))),
        1 => new("ClipGradients", ("value", random.Between(0.001, 0.3))),
        _ => null,
    };

    private static ArgumentSpec[] Sgd(Random random)
    {
        ArgumentSpec rate = ("learningRate", random.Between(0.001, 0.05));
        return random.Next(3) switch
        {
            0 => [rate],
            1 => [rate, ("momentum", random.Between(0, 0.95)), ("dampening", random.Between(0, 1))],
            _ => [rate, ("momentum", random.Between(0.1, 0.95)), ("nesterov", true)],
        };
    }

    // A mean gradient of a short memory is the gradient itself, and nothing but rounding is left of the centered square.
    private static ArgumentSpec[] RmsProp(Random random) =>
    [
        ("learningRate", random.Between(0.001, 0.01)),
        ("decay", random.Between(0.5, 0.999)),
        ("epsilon", random.Pick(1e-8, 1e-3)),
        ("epsilonInsideRoot", random.Chance(0.5)),
        ("momentum", random.Between(0, 0.9)),
        ("centered", random.Chance(0.5)),
    ];

    private static ArgumentSpec[] Adam(Random random) =>
    [
        ("learningRate", random.Between(0.001, 0.01)),
        ("beta1", random.Between(0, 0.95)),
        ("beta2", random.Between(0, 0.9999)),
        ("epsilon", random.Pick(1e-8, 1e-3)),
        ("amsGrad", random.Chance(0.5)),
        ("biasCorrection", random.Chance(0.5)),
        ("epsilonInsideRoot", random.Chance(0.5)),
    ];

    // What is left out has its default, which is a case of its own; Nesterov needs all of its arguments.
    private static IEnumerable<ArgumentSpec> Some(Random random, ArgumentSpec[] arguments) =>
        arguments.Any(argument => argument.Name == "nesterov") ? arguments : arguments.Where(_ => random.Chance(0.7));
}
