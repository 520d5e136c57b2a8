namespace NetGen.Generator.Tests.Behaviour;

/// <summary>What only generated classes have: single samples, probabilities, classes, files.</summary>
[Collection(SharedProbes.Name)]
public sealed class GeneratedMembersTests(Probes probes) : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("netgen").FullName;

    [Theory]
    [MemberData(nameof(Probes.Names), MemberType = typeof(Probes))]
    public void ParametersSurviveAFile(string name)
    {
        Type type = probes.Code.GetType(name);
        object network = Activator.CreateInstance(type, 5)!;
        string path = Path.Combine(directory, "net.safetensors");

        type.GetMethod("Save")!.Invoke(network, [path]);
        object again = type.GetMethod("Load")!.Invoke(null, [path])!;

        Parameters(again).ShouldBe(Parameters(network));
        Parameters(again).ShouldNotBe(Parameters(Activator.CreateInstance(type, 6)!));
    }

    [Fact]
    public void AFileOfAnotherNetworkIsRefused()
    {
        string path = Path.Combine(directory, "other.safetensors");
        Type lanes = probes.Code.GetType("Lanes");
        lanes.GetMethod("Save")!.Invoke(Activator.CreateInstance(lanes, 1), [path]);
        var load = probes.Code.GetType("Straight").GetMethod("Load")!.CreateDelegate<Func<string, object>>();

        Should.Throw<InvalidDataException>(() => load(path)).Message.ShouldContain("dense1.weight");

        File.WriteAllText(path, "no tensors");
        Should.Throw<InvalidDataException>(() => load(path));
        Should.Throw<FileNotFoundException>(() => load(Path.Combine(directory, "nowhere")));
    }

    [Theory]
    [MemberData(nameof(Probes.Names), MemberType = typeof(Probes))]
    public void ConstantsDescribeTheNetwork(string name)
    {
        ProbeCase probe = Probes.Case(name);
        Type type = probes.Code.GetType(name);

        type.GetField("InputSize")!.GetRawConstantValue().ShouldBe(probe.Inputs);
        type.GetField("OutputSize")!.GetRawConstantValue().ShouldBe(probe.Outputs);
        var description = (NetworkDescription)type.GetProperty("Description")!.GetValue(null)!;
        description.Tensors.Where(tensor => tensor.Learned).Sum(tensor => tensor.Length).ShouldBe((int)type.GetField("ParameterCount")!.GetRawConstantValue()!);
        description.Precision.ShouldBe(probe.IsDouble ? Precision.Double : Precision.Single);
        (type.GetMethod("PredictProbabilities") is not null).ShouldBe(probe.HasProbabilities);
    }

    [Fact]
    public void OneSampleIsRefusedUnlessItFits()
    {
        using LoadedCode code = Compiler.Harness.CompileAndLoad($$"""
            using System;
            using NetGen;
            [Network, Input(3), Dense(2), CrossEntropy] public partial class Two;
            [Network, Input(30), Dense(20), Relu, Dense(1), BinaryCrossEntropy] public partial class One;
            public static class Probe
            {
                private static readonly Two two = new(1);
                private static readonly One one = new(1);
                public static void Predict(int inputs, int outputs) => two.Predict(new float[inputs], new float[outputs]);
                public static void Probabilities(float[] inputs, float[] outputs) => two.PredictProbabilities(inputs, outputs);
                public static void Logits(float[] inputs, float[] outputs) => two.Predict(inputs, outputs);
                public static int Classify(float[] inputs) => two.Classify(inputs);
                public static float Single(float[] inputs) => one.Predict(inputs);
                public static int ClassifySingle(float[] inputs) => one.Classify(inputs);
                public static INetwork<float> One() => one;
            }
            """);
        var predict = code.Method<Action<int, int>>("Probe", "Predict");
        Should.Throw<ArgumentException>(() => predict(4, 2)).Message.ShouldBe("Expected one sample of 3 inputs, but got 4.");
        Should.Throw<ArgumentException>(() => predict(3, 1)).Message.ShouldBe("Expected room for exactly 2 outputs, but got 1.");
        Should.Throw<ArgumentException>(() => code.Method<Func<float[], int>>("Probe", "Classify")(new float[2])).Message.ShouldContain("3 inputs, but got 2");
        Should.Throw<ArgumentException>(() => code.Method<Func<float[], float>>("Probe", "Single")(new float[2])).Message.ShouldContain("30 inputs, but got 2");

        float[] probabilities = new float[2];
        float[] logits = new float[2];
        code.Method<Action<float[], float[]>>("Probe", "Probabilities")([1, -2, 3], probabilities);
        code.Method<Action<float[], float[]>>("Probe", "Logits")([1, -2, 3], logits);
        probabilities.Sum().ShouldBe(1, 1e-6);
        probabilities[0].ShouldBe(1 / (1 + MathF.Exp(logits[1] - logits[0])), 1e-6);
        code.Method<Func<float[], int>>("Probe", "Classify")([1, -2, 3]).ShouldBe(logits[1] > logits[0] ? 1 : 0);

        float[] sample = [.. Enumerable.Range(0, 30).Select(i => MathF.Cos(i))];
        float logit = code.Method<Func<float[], float>>("Probe", "Single")(sample);
        code.Method<Func<float[], int>>("Probe", "ClassifySingle")(sample).ShouldBe(logit > 0 ? 1 : 0);
        code.Method<Func<INetwork<float>>>("Probe", "One")().Parameters.Write("dense2.weight", new float[20]);
        code.Method<Func<float[], float>>("Probe", "Single")(sample).ShouldBe(0);
        code.Method<Func<float[], int>>("Probe", "ClassifySingle")(sample).ShouldBe(0);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(directory, recursive: true);

    private static double[] Parameters(object network) => network is INetwork<double> wide
        ? [.. wide.Parameters.Tensors.SelectMany(tensor => wide.Parameters.ToArray(tensor.Name))]
        : [.. ((INetwork<float>)network).Parameters.Tensors.SelectMany(tensor => ((INetwork<float>)network).Parameters.ToArray(tensor.Name)).Select(value => (double)value)];
}
