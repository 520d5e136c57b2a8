using System.Numerics;
using NetGen.Conformance.Tests.Reference;
using NetGen.Reference;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>What is not a number in the inputs shows in the loss and in the outputs, whatever layers and losses it passes.</summary>
public abstract class NotANumberTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly OperationSpec[] Activations =
    [
        new("Relu"), new("LeakyRelu"), new("PRelu"), new("Elu"), new("Selu"), new("Gelu"), new("Gelu", ("approximate", true)), new("Silu"),
        new("Mish"), new("Sigmoid"), new("HardSigmoid"), new("HardSwish"), new("Tanh"), new("Softplus"), new("Softsign"), new("Softmax"),
        new("LayerNorm"), new("RmsNorm"),
        new("Activation") { Function = x => Math.Max(x, 1), Method = new("Least", "Math.Max(x, 1)") },
        new("Activation") { Function = x => Math.Min(x, 1), Method = new("Most", "Math.Min(x, 1)") },
        new("Activation") { Function = x => Math.Clamp(x, -1, 1), Method = new("Between", "Math.Clamp(x, -1, 1)") },
    ];

    private static readonly string[] Losses = [.. OperationDefaults.Losses.Keys];
    private static readonly NetworkSpec[] Specs = [.. Layered(isTiny: true), .. Layered(isTiny: false)];
    private static readonly CompiledSpecs<T> Compiled = new(Specs);

    public static TheoryData<string> Names => [.. Specs.Select(spec => spec.Name)];

    public static TheoryData<string> NamesOfActivations => [.. Specs.Where(spec => spec.Layers.Count > 2).Select(spec => spec.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_seen(string name)
    {
        var network = Compiled.Create(Specs.Single(spec => spec.Name == name));
        var subject = new GeneratedSubject<T>(network, batchSize: 3);
        double[] inputs = [.. Enumerable.Range(0, 3 * network.Description.InputSize).Select(i => i % 5 - 2.0)];
        double[] targets = new double[network.Description.Loss.Op == "CrossEntropy" ? 3 : 3 * network.Description.OutputSize];
        double.IsFinite(subject.Backward(inputs, targets)).ShouldBeTrue();

        inputs[network.Description.InputSize] = double.NaN; // of the second sample
        subject.Backward(inputs, targets).ShouldBe(double.NaN);
        subject.Evaluate(inputs, targets).ShouldBe(double.NaN);
        subject.ReadGradient(network.Description.Tensors[0].Name).ShouldContain(double.NaN);
        double[][] outputs = [.. subject.Predict(inputs).Chunk(network.Description.OutputSize)];
        outputs[0].ShouldAllBe(output => double.IsFinite(output));
        outputs[1].ShouldAllBe(output => double.IsNaN(output));
        outputs[2].ShouldAllBe(output => double.IsFinite(output));
    }

    /// <summary>Where inputs are finite, no product with them spreads it: only the gradients that come down do.</summary>
    [Theory]
    [MemberData(nameof(NamesOfActivations))]
    public void In_a_bias_it_reaches_the_gradients(string name)
    {
        var network = Compiled.Create(Specs.Single(spec => spec.Name == name));
        double[] inputs = [.. Enumerable.Range(0, 3 * network.Description.InputSize).Select(i => i % 5 - 2.0)];
        double[] targets = new double[3 * network.Description.OutputSize];
        network.Parameters.Write("dense1.bias", [T.NaN, .. new T[network.Description.Tensors.Single(tensor => tensor.Name == "dense1.bias").Length - 1]]);
        var subject = new GeneratedSubject<T>(network, batchSize: 3);
        subject.Backward(inputs, targets).ShouldBe(double.NaN);
        subject.ReadGradient("dense1.bias")[0].ShouldBe(double.NaN);

        var reference = new ReferenceNetwork(network.Description);
        reference.CopyFrom(network.Parameters);
        reference.Backward(inputs, targets);
        reference.Gradients["dense1.bias"][0].ShouldBe(double.NaN);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_reference_engine_sees_it(string name)
    {
        var network = Samples.Build(Specs.Single(spec => spec.Name == name));
        double[] inputs = [.. Enumerable.Range(0, 2 * network.Description.InputSize).Select(i => i % 5 - 2.0)];
        inputs[network.Description.InputSize] = double.NaN; // of the second sample
        Targets targets = network.Description.Loss.Op == "CrossEntropy" ? new int[2] : new double[2 * network.Description.OutputSize];
        network.Backward(inputs, targets).ShouldBe(double.NaN);
        network.Gradients[network.Description.Tensors[0].Name].ShouldContain(double.NaN);
        double[][] outputs = [.. network.Predict(inputs).Chunk(network.Description.OutputSize)];
        outputs[0].ShouldAllBe(output => double.IsFinite(output));
        outputs[1].ShouldAllBe(output => double.IsNaN(output));
    }

    private static IEnumerable<NetworkSpec> Layered(bool isTiny)
    {
        string size = isTiny ? "tiny" : "wide";
        var input = OperationSpec.Input(isTiny ? 2 : 5);
        var hidden = OperationSpec.Dense(isTiny ? 2 : 20);
        var outputs = OperationSpec.Dense(isTiny ? 2 : 19);
        for (int i = 0; i < Activations.Length; i++)
        {
            yield return new() { Name = $"{size}-{Activations[i].Op}-{i}", Layers = [input, hidden, Activations[i], outputs] };
        }

        foreach (string loss in Losses)
        {
            yield return new() { Name = $"{size}-{loss}", Layers = [input, outputs], Loss = new(loss) };
        }
    }
}

/// <summary>In double.</summary>
public sealed class NotANumberInDoubleTests : NotANumberTests<double>;

/// <summary>In float.</summary>
public sealed class NotANumberInFloatTests : NotANumberTests<float>;
