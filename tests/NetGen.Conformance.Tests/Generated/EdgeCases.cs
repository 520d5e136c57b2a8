using NetGen.Conformance.Tests.Checks;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>Networks at the borders of what the compiler does.</summary>
internal static class EdgeCases
{
    private static readonly OperationSpec BatchNorm = new("BatchNorm");
    private static readonly OperationSpec ClipNorm = new("ClipGradients", ("norm", 0.5));

    // None of them has a value and a derivative at 0, which is what padding holds.
    private static readonly OperationSpec Reciprocal = Method("Reciprocal", "1 / x", x => 1 / x);
    private static readonly OperationSpec Root = Method("Root", "Math.Sqrt(x)", Math.Sqrt);
    private static readonly OperationSpec Log = Method("Log", "Math.Log(x)", Math.Log);
    private static readonly OperationSpec Entropy = Method("Entropy", "x * Math.Log(x)", x => x * Math.Log(x));
    private static readonly OperationSpec RootOfSize = Method("RootOfSize", "Math.Sqrt(Math.Abs(x))", x => Math.Sqrt(Math.Abs(x)));
    private static readonly OperationSpec LogOfSize = Method("LogOfSize", "x * Math.Log(Math.Abs(x))", x => x * Math.Log(Math.Abs(x)));
    private static readonly OperationSpec LogOfOneMore = Method("LogOfOneMore", "Math.Log(1 + Math.Abs(x))", x => Math.Log(1 + Math.Abs(x)));

    public static IReadOnlyList<NetworkCase> All { get; } =
    [
        Of("padding-into-a-norm", 6, Positive(5), Reciprocal, Dense(17), RootOfSize, new("PRelu"), Dense(1)) with { Inputs = Away },
        Of("padding-into-softmax", 7, "CrossEntropy", Positive(2, 5), Entropy, Dense(20), LogOfSize, new("Softmax"), new("Flatten"), Dense(3)) with { Inputs = Away },
        Of("padding-of-outputs", 5, Positive(9), Root, Dense(9), RootOfSize) with { Inputs = Away },
        Of("padding-of-logits", 5, "BinaryCrossEntropy", Positive(9), Root, Dense(33), LogOfSize) with { Inputs = Away },
        Of("padding-of-classes", 5, "CrossEntropy", Positive(9), Log, Dense(19), LogOfSize) with { Inputs = Away },
        Of("padding-of-skips", 13, "MeanAbsoluteError", Positive(33), Reciprocal, new("Add") { With = "input1" }, new("Concat") { With = "reciprocal" }, Dense(7), LogOfSize) with { Inputs = Away },
        Of("straight-line-singular", 5, Positive(1), Log, Dense(1)) with { Inputs = Away },
        Of("one-of-everything", 1, OperationSpec.Input(1), Dense(1), new("Tanh"), Dense(1)),
        Of("one-input", 9, OperationSpec.Input(1), Dense(40), new("Silu"), Dense(1)),
        Of("one-output", 1, OperationSpec.Input(70), Dense(33), new("Gelu"), Dense(1)),
        Of("one-column", 4, OperationSpec.Input(5, 1), Dense(1), new("PRelu"), new("Softmax"), Dense(1), new("Add") { With = "input1" }),
        Of("softmax-of-one", 3, OperationSpec.Input(2, 12), Dense(11), Dense(1), new("Softmax"), new("Silu"), Dense(9)),
        Of("straight-line-batch", 40, OperationSpec.Input(2), Dense(2), new("Relu"), Dense(1)),
        Of("wide-input", 2, OperationSpec.Input(3000), Dense(5), new("Relu"), Dense(2)),
        Of("wide-output", 2, OperationSpec.Input(3), Dense(3000), new("Softmax")),
        Of("wide-middle", 1, "CrossEntropy", OperationSpec.Input(7), Dense(3000), new("Tanh"), Dense(2)),
        Of("divided", 5, "Huber", OperationSpec.Input(3, 40), Dense(72), new("PRelu"), new("Softmax"), new("Flatten"), Dense(20), new("Silu"), Dense(4)),
        Of("batch-norm", 20, "CrossEntropy", OperationSpec.Input(9), OperationSpec.Dense(17, bias: false), BatchNorm, new("Tanh"), Dense(33), BatchNorm, new("Silu"), Dense(3)),
        Of("batch-norm-of-inputs", 9, OperationSpec.Input(33), new("BatchNorm", ("momentum", 0.5)), Dense(3)),
        Of("batch-norm-of-outputs", 9, OperationSpec.Input(5), Dense(19), BatchNorm),
        Of("batch-norm-of-one-column", 9, OperationSpec.Input(3), Dense(1), BatchNorm, new("Tanh"), Dense(2)),
        Of("batch-norm-of-three", 3, OperationSpec.Input(3), Dense(20), new("BatchNorm", ("epsilon", 1)), new("Tanh"), Dense(2)),
        Of("batch-norm-padding", 20, Positive(5), Reciprocal, Dense(17), RootOfSize, BatchNorm, LogOfSize, Dense(1)) with { Inputs = Away },
        Of("batch-norm-skips", 20, OperationSpec.Input(16), Dense(16) with { Name = "a" }, BatchNorm, new("Multiply") { With = "a" }, new("Concat") { With = "batchNorm1" }, Dense(2)),
        Of("layer-norm", 7, OperationSpec.Input(2, 9), Dense(17), new("LayerNorm"), new("Tanh"), Dense(33), new("LayerNorm", ("epsilon", 0.1)), new("Flatten"), Dense(3)),
        Of("layer-norm-of-one-column", 5, OperationSpec.Input(3, 4), new("LayerNorm"), Dense(1), new("LayerNorm"), new("Tanh"), new("Flatten"), Dense(2)),
        Of("layer-norm-padding", 6, Positive(5), Reciprocal, Dense(17), RootOfSize, new("LayerNorm"), LogOfSize, Dense(1)) with { Inputs = Away },
        Of("straight-line-layer-norm", 6, OperationSpec.Input(2), Dense(3), new("LayerNorm"), Dense(2), new("RmsNorm")),
        Of("rms-norm", 7, OperationSpec.Input(2, 9), new("RmsNorm"), Dense(17), new("Tanh"), Dense(1), new("RmsNorm", ("epsilon", 0.3)), new("Flatten"), Dense(20), new("RmsNorm")),
        Of("dropout", 7, "CrossEntropy", OperationSpec.Input(21), Dropout(0.2), Dense(35), new("Relu"), Dropout(0.5), Dense(33), new("Tanh"), Dropout(0.1), Dense(4)),
        Of("dropout-of-rows", 5, OperationSpec.Input(3, 7), Dense(5), Dropout(0.3), Dense(18), Dropout(0.3), new("Flatten"), Dropout(0.3), Dense(2)),
        Of("dropout-of-outputs", 5, OperationSpec.Input(7), Dense(5), Dropout(0.3)),
        Of("dropout-of-nothing", 5, OperationSpec.Input(2), Dense(2), Dropout(0), Dense(1)),
        Of("dropout-padding", 6, Positive(5), Reciprocal, Dense(17), Dropout(0.5), LogOfOneMore, Dense(1)) with { Inputs = Away },
        Of("gaussian-noise", 7, OperationSpec.Input(21), Noise(0.3), Dense(35), new("Tanh"), Noise(0.1), Dense(3), Noise(0)),
        Of("input-scaling", 7, OperationSpec.Input(9), new("InputScaling"), Dense(20), new("Tanh"), Dense(2)),
        Of("input-scaling-of-rows", 7, OperationSpec.Input(4, 5), new("InputScaling"), new("Flatten"), Dense(20), BatchNorm, new("Tanh"), Dropout(0.25), Dense(2)),
        Of("input-scaling-wide", 3, OperationSpec.Input(3000), new("InputScaling"), Dense(5), new("Tanh"), Dense(2)),
        Of("batch-norm-wide", 6, OperationSpec.Input(7), Dense(3000), new("BatchNorm", ("epsilon", 0.1)), new("Tanh"), Dense(2)),
        Of("rows-of-512-bytes", 5, OperationSpec.Input(2, 128), Dense(128) with { Name = "a" }, new("LayerNorm"), new("Silu"), new("Add") { With = "a" }, new("Flatten"), Dense(128), BatchNorm, new("Concat") { With = "batchNorm1" }, Dropout(0.2), Dense(256), new("Softmax")),
        Of("strips", 4, OperationSpec.Input(2, 70), Dense(65), new("Silu"), Dense(100) with { Name = "a" }, new("LayerNorm"), Dense(100), new("Add") { With = "a" }, new("Flatten"), Dense(130), Dropout(0.2), Dense(3)),
        Of("units", 20, "CrossEntropy", OperationSpec.Input(230), Dense(290), new("Relu"), Dropout(0.3), Dense(235), BatchNorm, new("Tanh"), Dense(281), new("Gelu"), Dense(3)),
        Of("units-of-rows", 3, OperationSpec.Input(3, 260), Dense(262) with { Name = "a" }, new("PRelu"), Dense(262), new("Multiply") { With = "a" }, new("Flatten"), Dense(129), new("Softsign"), Dense(2)),
        Of("deep", 3, [OperationSpec.Input(9), .. Repeat(30, _ => [Dense(17), new("Tanh")]), Dense(3)]),
        Of("functions-in-a-row", 3, [OperationSpec.Input(20), Dense(20), .. Repeat(20, _ => [new("LeakyRelu"), new("Mish")]), Dense(3)]),
        Of("functions-in-a-row-straight-line", 3, [OperationSpec.Input(1), Dense(1), .. Repeat(20, _ => [new("Softsign")]), Dense(1)]),
        Of("squares-in-a-row", 3, [OperationSpec.Input(20), Dense(20), .. Repeat(20, i => [new OperationSpec("Tanh") { Name = $"t{i}" }, new OperationSpec("Multiply") { With = $"t{i}" }]), Dense(3)]),
        Of("norms-in-a-row", 6, [OperationSpec.Input(20), Dense(20), .. Repeat(8, _ => [new("LayerNorm"), new("Gelu"), new("PRelu")]), Dense(3)]),
        Of("deep-residual", 3, [OperationSpec.Input(17) with { Name = "r0" }, .. Repeat(30, Residual), Dense(3)]),
    ];

    private static OperationSpec Dropout(double rate) => new("Dropout", ("rate", rate));

    private static OperationSpec Noise(double deviation) => new("GaussianNoise", ("standardDeviation", deviation));

    private static OperationSpec Dense(int units) => OperationSpec.Dense(units);

    private static OperationSpec Positive(params int[] shape) => OperationSpec.Input(shape);

    private static double Away(double x) => 0.5 + Math.Abs(x);

    private static OperationSpec[] Residual(int i) => [Dense(17), new("Softsign"), new("Add") { With = $"r{i}", Name = $"r{i + 1}" }];

    private static IEnumerable<OperationSpec> Repeat(int count, Func<int, OperationSpec[]> layers) => Enumerable.Range(0, count).SelectMany(layers);

    private static OperationSpec Method(string name, string body, Func<double, double> function) =>
        new("Activation") { Function = function, Method = new(name, body), Name = char.ToLowerInvariant(name[0]) + name[1..] };

    private static NetworkCase Of(string name, int batch, params OperationSpec[] layers) => Of(name, batch, "MeanSquaredError", layers);

    private static NetworkCase Of(string name, int batch, string loss, params OperationSpec[] layers) => new(
        Seed: 1,
        new NetworkSpec { Name = name, Layers = layers, Loss = new(loss), Optimizer = new("AdamW", ("epsilon", 1e-3)), Clip = ClipNorm },
        batch,
        (batch + 1) / 2);
}
