namespace NetGen.Generator.Tests.Emission;

/// <summary>The whole text of some networks, as people read it.</summary>
public sealed class NetworkSnapshotTests
{
    [Fact]
    public void WorkedExample() => Snapshot.Verify(Compiler.Harness.Run("""
        using NetGen;

        namespace Demo;

        [Network]
        [Input(2)]
        [Dense(2), Sigmoid]
        [Dense(1), Sigmoid]
        [HalfSquaredError]
        [Sgd(LearningRate = 0.5)]
        public partial class WorkedExample;
        """).ShouldCompile());

    [Fact]
    public void Digits() => Snapshot.Verify(Compiler.Harness.Run("""
        using NetGen;

        namespace Demo;

        [Network]
        [Input(64)]
        [Dense(32), Relu]
        [Dense(10)]
        [CrossEntropy]
        [Adam(LearningRate = 0.002)]
        public partial class Digits;
        """).ShouldCompile());

    [Fact]
    public void Residual() => Snapshot.Verify(Compiler.Harness.Run("""
        using NetGen;

        namespace Demo;

        [Network(Precision = Precision.Double)]
        [Input(16, Name = "points")]
        [Dense(16, Name = "mixed"), Gelu]
        [Dense(16), Add("mixed"), Tanh(Name = "deep")]
        [Concat("points"), Dense(3)]
        [Huber(Delta = 0.5)]
        [AdamW(WeightDecay = 0.01)]
        [Regularize(L1 = 0.001)]
        [ClipGradients(Norm = 1)]
        public partial class Residual;
        """).ShouldCompile());

    [Fact]
    public void Mnist() => Snapshot.Verify(Compiler.Harness.Run("""
        using NetGen;

        namespace Demo;

        [Network]
        [Input(784)]
        [Dense(128), Relu]
        [Dense(10)]
        [CrossEntropy]
        [Sgd(LearningRate = 0.1, Momentum = 0.9)]
        [Regularize(L2 = 0.0001)]
        public partial class Mnist;
        """).ShouldCompile());

    [Fact]
    public void Normalized() => Snapshot.Verify(Compiler.Harness.Run("""
        using NetGen;

        namespace Demo;

        [Network]
        [Input(20), InputScaling]
        [Dense(24, Bias = false), BatchNorm, Relu, Dropout(0.25)]
        [Dense(24), LayerNorm, Tanh, GaussianNoise(0.1)]
        [Dense(3)]
        [CrossEntropy]
        [Adam]
        public partial class Normalized;
        """).ShouldCompile());
}
