using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>What optimizers carry for weights that have no gradient any more fades to 0, and does not stay subnormal.</summary>
public abstract class FadingStateTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double Decay = 0.75;

    /// <summary>Decays of 0.75 round to nothing smaller at 2 of the least subnormal number.</summary>
    private static readonly OperationSpec[] Optimizers =
    [
        new("Sgd", ("momentum", Decay)), new("Sgd", ("momentum", Decay), ("nesterov", true)),
        new("Adam", ("beta1", Decay), ("beta2", Decay)), new("Adam", ("beta1", Decay), ("beta2", Decay), ("epsilonInsideRoot", true)),
        new("AdamW", ("beta1", Decay), ("beta2", Decay)), new("RmsProp", ("decay", Decay), ("momentum", Decay), ("centered", true)),
        new("AdaDelta", ("decay", Decay)),
    ];

    private static readonly OperationSpec TinyEpsilon = new("Adam", ("beta1", Decay), ("beta2", Decay), ("epsilon", 1e-12));
    private static readonly NetworkSpec[] Specs = [.. Optimizers.Append(TinyEpsilon).SelectMany((optimizer, i) => new[] { Spec(optimizer, 2, i), Spec(optimizer, 20, i) })];
    private static readonly CompiledSpecs<T> Compiled = new(Specs);

    public static TheoryData<string> Names => [.. Specs.Where(spec => spec.Optimizer != TinyEpsilon).Select(spec => spec.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_fades_to_zero(string name)
    {
        var states = StatesOfWeights(Specs.Single(spec => spec.Name == name));
        states.ShouldNotBeEmpty();
        foreach (var (state, values) in states)
        {
            values.ShouldBe(new T[values.Length], state);
        }
    }

    [Fact]
    public void Squares_stay_where_epsilon_is_so_small_that_they_could_show()
    {
        var states = StatesOfWeights(Specs.Last()).ToDictionary();
        states["optimizer.mean.dense1.weight"].Any(T.IsSubnormal).ShouldBeFalse();
        states["optimizer.meanSquare.dense1.weight"].Any(T.IsSubnormal).ShouldBeTrue();
    }

    /// <summary>Trains with an input, and then with none, until what rounds as it decays is all that is left.</summary>
    private static (string Name, T[] Values)[] StatesOfWeights(NetworkSpec spec)
    {
        var network = Compiled.Create(spec);
        int inputs = network.Description.InputSize;
        var trainer = (ValueTrainer<T>)network.CreateTrainer(1);
        trainer.LearningRate = 1e-3;
        trainer.Step([.. Enumerable.Repeat(T.One, inputs)], [T.One]);
        int steps = (int)(Math.Log(double.CreateChecked(T.Epsilon)) / Math.Log(Decay)) + 50;
        for (int step = 0; step < steps; step++)
        {
            trainer.Step(new T[inputs], [T.One]);
        }

        string path = Path.GetTempFileName();
        try
        {
            trainer.SaveState(path);
            return [.. Tensors(File.ReadAllBytes(path)).Where(tensor => tensor.Name.StartsWith("optimizer.", StringComparison.Ordinal) && tensor.Name.EndsWith(".dense1.weight", StringComparison.Ordinal))];
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static IEnumerable<(string Name, T[] Values)> Tensors(byte[] file)
    {
        int data = 8 + (int)BitConverter.ToInt64(file);
        foreach (var tensor in JsonDocument.Parse(file.AsMemory(8..data)).RootElement.EnumerateObject().Where(tensor => tensor.Name != "__metadata__"))
        {
            int[] place = [.. tensor.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt32())];
            yield return (tensor.Name, MemoryMarshal.Cast<byte, T>(file.AsSpan((data + place[0])..(data + place[1]))).ToArray());
        }
    }

    private static NetworkSpec Spec(OperationSpec optimizer, int width, int number) => new()
    {
        Name = $"fading-{optimizer.Op}-{number}-{width}",
        Layers = [OperationSpec.Input(width), OperationSpec.Dense(width), new("Tanh"), OperationSpec.Dense(1)],
        Optimizer = optimizer,
    };
}

/// <summary>In double.</summary>
public sealed class FadingStateInDoubleTests : FadingStateTests<double>;

/// <summary>In float.</summary>
public sealed class FadingStateInFloatTests : FadingStateTests<float>;
