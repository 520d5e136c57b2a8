using System.Numerics;
using NetGen.Reference;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>Values and derivatives of activations from −120 to 120, against the reference engine: nothing overflows, cancels or is cut off too early.</summary>
public abstract class ActivationRangeTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Two units are straight-line code, sixteen are kernels; both numbers are powers of two, which a mean over outputs is exact for.
    private static readonly int[] Sizes = [2, 16];

    private static readonly OperationSpec[] Activations =
    [
        new("Relu"), new("LeakyRelu"), new("PRelu"), new("Elu"), new("Selu"), new("Gelu"), new("Gelu", ("approximate", true)), new("Silu"),
        new("Mish"), new("Sigmoid"), new("HardSigmoid"), new("HardSwish"), new("Tanh"), new("Softplus"), new("Softsign"),
    ];

    private static readonly NetworkSpec[] Specs = [.. Sizes.SelectMany(size => Activations.Select((activation, i) => Identity(size, activation, i)))];
    private static readonly CompiledSpecs<T> Compiled = new(Specs);

    /// <summary>No corner of a piecewise activation is among them.</summary>
    private static readonly double[] Points = [.. Enumerable.Range(-324, 649).Select(i => double.CreateChecked(T.CreateChecked(i * 0.37 + 0.011)))];

    public static TheoryData<string> Names => [.. Specs.Select(spec => spec.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void As_the_reference_engine(string name)
    {
        var network = Compiled.Create(Specs.Single(spec => spec.Name == name));
        var subject = new GeneratedSubject<T>(network, batchSize: 1);
        int size = network.Description.InputSize;
        subject.Write("dense1.weight", [.. Enumerable.Range(0, size * size).Select(i => i / size == i % size ? 1.0 : 0)]);
        var reference = new ReferenceNetwork(network.Description);
        reference.CopyFrom(network.Parameters);
        double[] targets = [.. Enumerable.Repeat(-1e6, size)]; // below all outputs, so that the loss has the derivative 1 / size
        double epsilon = typeof(T) == typeof(float) ? float.BitIncrement(1) - 1 : double.BitIncrement(1) - 1;

        foreach (double[] inputs in Points.Chunk(size).Where(inputs => inputs.Length == size))
        {
            double[] outputs = subject.Predict(inputs), expected = reference.Predict(inputs);
            subject.Backward(inputs, targets);
            reference.Backward(inputs, Targets.Values(targets));
            double[] slopes = subject.ReadGradient("dense1.bias"), expectedSlopes = reference.Gradients["dense1.bias"];
            for (int i = 0; i < size; i++)
            {
                double tolerance = 8 * epsilon * Math.Max(1, Math.Abs(inputs[i]));
                outputs[i].ShouldBe(expected[i], tolerance, $"at {inputs[i]}");
                (size * slopes[i]).ShouldBe(size * expectedSlopes[i], tolerance, $"slope at {inputs[i]}");
            }
        }
    }

    private static NetworkSpec Identity(int size, OperationSpec activation, int number) => new()
    {
        Name = $"range-{activation.Op}-{number}-{size}",
        Layers = [OperationSpec.Input(size), OperationSpec.Dense(size), activation],
        Loss = new("MeanAbsoluteError"),
    };
}

/// <summary>In double.</summary>
public sealed class ActivationRangeInDoubleTests : ActivationRangeTests<double>;

/// <summary>In float.</summary>
public sealed class ActivationRangeInFloatTests : ActivationRangeTests<float>;
