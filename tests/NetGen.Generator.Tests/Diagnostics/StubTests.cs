namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>C# runs no analyzers where declarations have errors of its own, so that uses of a network with a mistake must not be such errors.</summary>
public sealed class StubTests
{
    private const string Uses = """
        namespace Demo;

        public static class Uses<T> where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        {
            public static int Layers<TNetwork>(TNetwork network) where TNetwork : NetGen.INetwork<T> => network.Description.Layers.Count;
        }

        public sealed class Ensemble
        {
            private const int Size = Net.InputSize + Net.OutputSize + Net.ParameterCount;
            private readonly Net net = new(seed: Size);
            private readonly Net other = new();

            public object Use(NetGen.Dataset<TYPE> data, TYPE[] values)
            {
                NetGen.TRAINER<TYPE> trainer = net.CreateTrainer(batchSize: 8, threads: 2);
                net.Predict(values, values);
                net.PredictMany(values, values);
                net.PredictProbabilities(values, values);
                net.Save("net" + net.Classify(values) + net.Predict(values) + Uses<TYPE>.Layers(net));
                return (trainer, net.Fit(data), other.Evaluate(data), Net.Load("net"), Net.Description.Name, net.Parameters.Tensors);
            }
        }
        """;

    [Theory]
    [InlineData("[{|NG0009:Dense(0)|}] [MeanSquaredError]", "float", "ValueTrainer")]
    [InlineData("[{|NG0009:Dense(0)|}] [CrossEntropy]", "float", "LabelTrainer")]
    [InlineData("[Dense(1)] [{|NG0014:Adam(Beta1 = 2)|}] [BinaryCrossEntropy]", "double", "ValueTrainer")]
    public void UsesOfANetworkWithAMistakeCompile(string layers, string type, string trainer)
    {
        string net = Compiler.Net($"[Input(4)] {layers}").Replace("[Network]", $"[Network(Precision = Precision.{(type == "float" ? "Single" : "Double")})]", StringComparison.Ordinal);
        string uses = Uses.Replace("TYPE", type, StringComparison.Ordinal).Replace("TRAINER", trainer, StringComparison.Ordinal);

        Compiler.Harness.ShouldReport(net, [uses]).Sources.ShouldHaveSingleItem().Text.ShouldContain("has mistakes, which the build reports");
    }

    [Fact]
    public void AClassThatCannotBeCompletedHasNoStub() =>
        Compiler.Harness.Run($"{Compiler.Smallest} public class Net;").Sources.ShouldBeEmpty();
}
