using System.Numerics;
using NetGen.Conformance.Tests.Generated;
using NetGen.Reference;

namespace NetGen.Conformance.Tests.Watching;

/// <summary>What a watch reads of generated networks, against the reference engine.</summary>
public abstract class ReadingTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Batch = 7;

    private static readonly NetworkSpec[] Specs =
    [
        new()
        {
            Name = "watched-wide",
            Layers = [OperationSpec.Input(20), OperationSpec.Dense(24), new("Relu"), OperationSpec.Dense(19), new("Tanh"), OperationSpec.Dense(5), new("Sigmoid"), OperationSpec.Dense(3)],
            Loss = new("CrossEntropy"),
        },
        new()
        {
            Name = "watched-rows",
            Layers = [OperationSpec.Input(3, 6), OperationSpec.Dense(8) with { Name = "a" }, new("Relu"), OperationSpec.Dense(8), new("Add") { With = "a" }, new("Softsign"), new("Flatten"), OperationSpec.Dense(2)],
            Optimizer = new("Adam"),
        },
        new()
        {
            Name = "watched-tiny",
            Layers = [OperationSpec.Input(3), OperationSpec.Dense(2), new("Relu"), OperationSpec.Dense(2), new("Tanh"), OperationSpec.Dense(2)],
            Loss = new("CrossEntropy"),
        },
        new()
        {
            Name = "watched-tiny-rows",
            Layers = [OperationSpec.Input(2, 2), OperationSpec.Dense(2), new("Sigmoid"), new("Flatten"), OperationSpec.Dense(1)],
        },
        new()
        {
            Name = "watched-dense1-and-dense10",
            Layers = [OperationSpec.Input(3), .. Enumerable.Repeat(OperationSpec.Dense(2), 10)],
        },
    ];

    private static readonly NetworkSpec NormalizedSpec = new()
    {
        Name = "watched-normalized",
        Layers = [OperationSpec.Input(20), OperationSpec.Dense(24), new("BatchNorm"), OperationSpec.Dense(3)],
    };

    private static readonly CompiledSpecs<T> Compiled = new(Specs);

    private static readonly CompiledSpecs<T> Normalized = new([NormalizedSpec]);

    public static TheoryData<string> Names => [.. Specs.Select(spec => spec.Name)];

    private static double Tolerance => typeof(T) == typeof(double) ? 1e-12 : 2e-6;

    [Theory]
    [MemberData(nameof(Names))]
    public void Readings_are_those_of_the_reference_engine(string name)
    {
        var network = Compiled.Create(Specs.Single(spec => spec.Name == name));
        var description = network.Description;
        var reference = new ReferenceNetwork(description);
        reference.CopyFrom(network.Parameters);
        var watch = new NetworkWatch();
        var trainer = network.CreateTrainer(Batch);
        watch.Attach(network, trainer);
        T[] inputs = [.. Enumerable.Range(0, Batch * description.InputSize).Select(i => T.CreateTruncating(2 * Math.Sin(i * i)))];
        double[] wide = Array.ConvertAll(inputs, double.CreateTruncating);
        var outputs = description.Layers.ToDictionary(layer => layer.Name, layer => OutputsOf(layer, network, wide));

        Step(trainer, inputs, description, out var targets);
        reference.Backward(wide, targets);

        watch.GradientNorm.ShouldBe(reference.GradientNorm, Tolerance * reference.GradientNorm);
        foreach (var reading in watch.Layers)
        {
            CheckGradient(reading, reference, network);
            CheckOutputs(reading, outputs[reading.Layer], description);
        }

        watch.Layers.Select(reading => reading.Layer).ShouldBe(description.Layers.Select(layer => layer.Name));
        watch.Layers.Count(reading => reading.ActivationMean is not null).ShouldBeGreaterThanOrEqualTo(4);
        watch.Layers[^1].ActivationMean.ShouldNotBeNull();
    }

    /// <summary>A bias before a normalization over the batch is never added: what is there in its place is not the layer's output, and not shown.</summary>
    [Fact]
    public void What_is_not_a_layers_output_is_not_read_as_such()
    {
        var network = Normalized.Create(NormalizedSpec);
        network.Parameters.Write("dense1.bias", [.. Enumerable.Range(0, 24).Select(unit => T.CreateTruncating(100 + unit))]);
        var watch = new NetworkWatch();
        var trainer = network.CreateTrainer(Batch);
        watch.Attach(network, trainer);

        Step(trainer, [.. Enumerable.Range(0, Batch * 20).Select(i => T.CreateTruncating(2 * Math.Sin(i * i)))], network.Description, out _);

        var readings = watch.Layers.ToDictionary(reading => reading.Layer);
        readings["dense1"].ActivationMean.ShouldBeNull();
        readings["dense1"].GradientNorm.ShouldNotBeNull();
        readings["batchNorm1"].ActivationMean!.Value.ShouldBe(0, 1e-5);
        readings["batchNorm1"].ActivationSpread!.Value.ShouldBe(1, 1e-3);
    }

    private static void CheckGradient(LayerReading reading, ReferenceNetwork reference, INetwork<T> network)
    {
        string[] tensors = [.. reference.Gradients.Keys.Where(tensor => tensor.StartsWith(reading.Layer + ".", StringComparison.Ordinal))];
        if (tensors.Length == 0)
        {
            reading.GradientNorm.ShouldBeNull();
            reading.UpdateRatio.ShouldBeNull();
            return;
        }

        double norm = Norm(tensors.SelectMany(tensor => reference.Gradients[tensor]));
        reading.GradientNorm!.Value.ShouldBe(norm, Tolerance * reference.GradientNorm, reading.Layer);
        double before = Norm(tensors.SelectMany(tensor => reference.Parameters[tensor]));
        double change = Norm(tensors.SelectMany(tensor => network.Parameters.ToArray(tensor).Select(double.CreateTruncating).Zip(reference.Parameters[tensor], (a, b) => a - b)));
        reading.ParameterNorm!.Value.ShouldBe(before, 1e-12 * before);
        reading.UpdateRatio!.Value.ShouldBe(change / before, 1e-12 * change / before);
    }

    private static void CheckOutputs(LayerReading reading, double[] outputs, NetworkDescription description)
    {
        if (reading.ActivationMean is not { } mean)
        {
            reading.ActivationSpread.ShouldBeNull();
            return;
        }

        double expected = outputs.Average();
        double spread = Math.Sqrt(outputs.Average(output => (output - expected) * (output - expected)));
        mean.ShouldBe(expected, Tolerance * (Math.Abs(expected) + spread), reading.Layer);
        reading.ActivationSpread!.Value.ShouldBe(spread, 10 * Tolerance * spread, reading.Layer);
        int units = description.Layers.Single(layer => layer.Name == reading.Layer).Shape[^1];
        double? dead = reading.Op == "Relu" ? Enumerable.Range(0, units).Average(unit => outputs.Chunk(units).All(row => row[unit] == 0) ? 1.0 : 0) : null;
        reading.DeadShare.ShouldBe(dead, reading.Layer);
        double? saturated = reading.Op switch
        {
            "Sigmoid" => outputs.Average(output => output is < 0.01 or > 0.99 ? 1.0 : 0),
            "Tanh" or "Softsign" => outputs.Average(output => Math.Abs(output) > 0.98 ? 1.0 : 0),
            _ => null,
        };
        reading.SaturatedShare.ShouldBe(saturated, reading.Layer);
    }

    private static void Step(Trainer<T> trainer, T[] inputs, NetworkDescription description, out Targets targets)
    {
        if (trainer is LabelTrainer<T> labels)
        {
            int[] indices = [.. Enumerable.Range(0, Batch).Select(i => i % description.OutputSize)];
            labels.Step(inputs, indices);
            targets = Targets.Labels(indices);
            return;
        }

        T[] values = [.. Enumerable.Range(0, Batch * description.OutputSize).Select(i => T.CreateTruncating(Math.Cos(i)))];
        ((ValueTrainer<T>)trainer).Step(inputs, values);
        targets = Targets.Values(Array.ConvertAll(values, double.CreateTruncating));
    }

    /// <summary>A network that ends with the layer predicts its outputs.</summary>
    private static double[] OutputsOf(LayerDescription layer, INetwork<T> network, double[] inputs)
    {
        var whole = network.Description;
        int count = whole.Layers.ToList().IndexOf(layer) + 1;
        var kept = whole.Layers.Take(count).Select(each => each.Name).ToHashSet();
        var part = new ReferenceNetwork(whole with
        {
            Layers = [.. whole.Layers.Take(count)],
            Tensors = [.. whole.Tensors.Where(tensor => kept.Contains(tensor.Name.Split('.')[0]))],
        });
        part.CopyFrom(network.Parameters);
        return part.Predict(inputs);
    }

    private static double Norm(IEnumerable<double> values) => Math.Sqrt(values.Sum(value => value * value));
}

/// <summary>In double.</summary>
public sealed class ReadingInDoubleTests : ReadingTests<double>;

/// <summary>In float.</summary>
public sealed class ReadingInFloatTests : ReadingTests<float>;
