using System.Numerics;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>Logits of ±1e4, which no exponential survives. The networks are the identity, so that inputs are the logits.</summary>
public abstract class LargeLogitTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double Large = 1e4;

    // Three logits are straight-line code, twenty are kernels.
    private static readonly int[] Sizes = [3, 20];
    private static readonly CompiledSpecs<T> Compiled = new(Sizes.SelectMany(size => new[]
    {
        Identity("CrossEntropy", size), Identity("BinaryCrossEntropy", size), Identity("MeanSquaredError", size, new OperationSpec("Softmax")),
    }));

    public static TheoryData<int> Logits => [.. Sizes];

    [Theory]
    [MemberData(nameof(Logits))]
    public void Cross_entropy(int size)
    {
        double[] logits = Pad(size, -Large, Large, -Large);
        var right = Run(Identity("CrossEntropy", size), logits, [0]);
        right.Loss.ShouldBe(0);
        right.Gradient.ShouldAllBe(element => element == 0);
        var wrong = Run(Identity("CrossEntropy", size), logits, [1]);
        wrong.Loss.ShouldBe(2 * Large);
        wrong.Gradient.ShouldBe(Pad(size, 0, 1, -1));
    }

    [Theory]
    [MemberData(nameof(Logits))]
    public void Binary_cross_entropy(int size)
    {
        double[] logits = Pad(size, -Large, Large, -Large);
        var right = Run(Identity("BinaryCrossEntropy", size), logits, Pad(size, 0, 1, 0));
        right.Loss.ShouldBe(0);
        right.Gradient.ShouldAllBe(element => element == 0);
        var wrong = Run(Identity("BinaryCrossEntropy", size), logits, Pad(size, 0, 0, 1));
        wrong.Loss.ShouldBe(2 * Large / size, 1e-3);
        ShouldBeNear(wrong.Gradient, Pad(size, 0, 1.0 / size, -1.0 / size));
    }

    [Theory]
    [MemberData(nameof(Logits))]
    public void Binary_cross_entropy_of_sure_logits(int size)
    {
        foreach (double logit in (double[])[3, 9, 14, 20])
        {
            double exact = double.LogP1(Math.Exp(-logit)) / size;
            var positive = Run(Identity("BinaryCrossEntropy", size), Pad(size, -Large, logit, Large), Pad(size, 0, 1, 1));
            positive.Loss.ShouldBe(exact, 1e-5 * exact);
            positive.Gradient[0].ShouldBe(-1 / (1 + Math.Exp(logit)) / size, 1e-5 * exact);
            var negative = Run(Identity("BinaryCrossEntropy", size), Pad(size, -Large, -logit, Large), Pad(size, 0, 0, 1));
            negative.Loss.ShouldBe(exact, 1e-5 * exact);
            negative.Gradient[0].ShouldBe(1 / (1 + Math.Exp(logit)) / size, 1e-5 * exact);
        }

        Run(Identity("BinaryCrossEntropy", size), Pad(size, -Large, 0, Large), Pad(size, 0, 1, 1)).Gradient[0].ShouldBe(-0.5 / size, 1e-7);
    }

    [Theory]
    [MemberData(nameof(Logits))]
    public void Softmax(int size)
    {
        var spec = Identity("MeanSquaredError", size, new OperationSpec("Softmax"));
        var saturated = Run(spec, Pad(size, -Large, Large, -Large), Pad(size, 0, 0, 1));
        saturated.Loss.ShouldBe(2.0 / size, 1e-6);
        saturated.Gradient.ShouldAllBe(element => element == 0);

        // Two equal ones: softmax is (1/2, 1/2, 0, …), its gradient of the first squared error ±1/2 · 1/2 · 1/2 · 2/size.
        var even = Run(spec, Pad(size, -Large, Large, Large), Pad(size, 0, 0, 0.5));
        even.Loss.ShouldBe(0.25 / size, 1e-7);
        ShouldBeNear(even.Gradient, Pad(size, 0, 0.25 / size, -0.25 / size));
    }

    private static void ShouldBeNear(double[] actual, double[] expected)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            actual[i].ShouldBe(expected[i], 1e-6);
        }
    }

    private static (double Loss, double[] Gradient) Run(NetworkSpec spec, double[] logits, double[] targets)
    {
        var subject = new GeneratedSubject<T>(Compiled.Create(spec), batchSize: 1);
        int size = logits.Length;
        subject.Write("dense1.weight", [.. Enumerable.Range(0, size * size).Select(i => i / size == i % size ? 1.0 : 0)]);
        subject.Write("dense1.bias", new double[size]);
        double loss = subject.Backward(logits, targets);
        return (loss, subject.ReadGradient("dense1.bias"));
    }

    private static double[] Pad(int size, double rest, params double[] first) => [.. first.Take(2), .. Enumerable.Repeat(rest, size - 2)];

    private static NetworkSpec Identity(string loss, int size, params OperationSpec[] rest) => new()
    {
        Name = $"identity-{loss}-{size}",
        Layers = [OperationSpec.Input(size), OperationSpec.Dense(size), .. rest],
        Loss = new(loss),
    };
}

/// <summary>In double.</summary>
public sealed class LargeLogitsInDoubleTests : LargeLogitTests<double>;

/// <summary>In float.</summary>
public sealed class LargeLogitsInFloatTests : LargeLogitTests<float>;
