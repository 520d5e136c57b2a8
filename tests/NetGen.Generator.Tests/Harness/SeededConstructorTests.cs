namespace NetGen.Generator.Tests.Harness;

public sealed class SeededConstructorTests
{
    [Theory]
    [InlineData("int seed")]
    [InlineData("ulong seed")]
    [InlineData("long? seed = null")]
    [InlineData("bool other = true, uint seed = 3, string? name = null")]
    public void TakesASeedOfAnyIntegerType(string parameters)
    {
        using LoadedCode code = Load($"public Net({parameters}) => Seed = System.Convert.ToDouble(seed);");

        INetwork<float> net = code.CreateNetwork<float>(seed: 11);

        net.GetType().GetProperty("Seed")!.GetValue(net).ShouldBe(11.0);
    }

    [Fact]
    public void PassesOnWhatTheConstructorThrows()
    {
        using LoadedCode code = Load("public Net(int seed) => throw new System.NotSupportedException(\"on purpose\");");

        Should.Throw<NotSupportedException>(() => code.CreateNetwork<float>()).Message.ShouldBe("on purpose");
    }

    [Fact]
    public void FailsWithoutSuchAConstructor()
    {
        using LoadedCode code = Load("public Net(int seed, int other) => Seed = seed + other;");

        Should.Throw<AssertionFailedException>(() => code.CreateNetwork<float>()).Message.ShouldContain("new(seed: 1)");
    }

    private static LoadedCode Load(string constructor) => new GeneratorHarness().CompileAndLoad($$"""
        public sealed class Net : NetGen.INetwork<float>
        {
            {{constructor}}

            public double Seed { get; }
            public NetGen.NetworkDescription Description => throw new System.NotSupportedException();
            public NetGen.Weights.TensorStore<float> Parameters => throw new System.NotSupportedException();
            public void Predict(System.ReadOnlySpan<float> input, System.Span<float> outputs) => PredictMany(input, outputs);
            public void PredictMany(System.ReadOnlySpan<float> inputs, System.Span<float> outputs) => throw new System.NotSupportedException();
            public NetGen.Trainer<float> CreateTrainer(int batchSize, int threads = 1) => throw new System.NotSupportedException();
        }
        """);
}
