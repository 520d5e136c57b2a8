using NetGen.Weights;

namespace NetGen.Tests.Data;

/// <summary>Scales learned from one part and applied to others, to targets, and stored in a network.</summary>
public class ScalerTests
{
    private static readonly Dataset<double> Train = Dataset.Valued([1.0, 7, 10, 3, 7, 20, 5, 7, 60], [-1.0, 0, 4], inputSize: 3);

    [Fact]
    public void Standardized_columns_have_mean_0_and_variance_1()
    {
        var scaled = Scaler.Standardize(Train).Apply(Train);
        scaled[0][0].ShouldBe(-Math.Sqrt(1.5), 1e-12);
        for (int column = 0; column < 3; column++)
        {
            double[] elements = [.. Enumerable.Range(0, 3).Select(sample => scaled[sample][column])];
            elements.Sum().ShouldBe(0, 1e-12);
            elements.Sum(x => x * x).ShouldBe(column == 1 ? 0 : 3, 1e-12);
        }

        scaled.Targets.ToArray().ShouldBe(Train.Targets.ToArray());
    }

    [Fact]
    public void Min_max_reaches_both_ends()
    {
        Scaler.MinMax(Train).Apply(Train).Inputs.ToArray().ShouldBe([0, 0, 0, 0.5, 0, 0.2, 1, 0, 1], 1e-12);
        Scaler.MinMax(Train, -1, 3).Apply(Train).Inputs.ToArray().ShouldBe([-1, -1, -1, 1, -1, -0.2, 3, -1, 3], 1e-12);
    }

    [Fact]
    public void Other_samples_get_the_same_scale()
    {
        var test = Dataset.Valued([9.0, 8, 110], [0.0], inputSize: 3);
        Scaler.MinMax(Train).Apply(test).Inputs.ToArray().ShouldBe([2, 1, 2], 1e-12);
        Scaler.Standardize(Train).Apply(test)[0][1].ShouldBe(1);
    }

    [Fact]
    public void A_constant_column_is_0_whatever_rounding_does()
    {
        double[] inputs = [.. Enumerable.Repeat(1_000_000.1, 1000)];
        var data = Dataset.Labeled(inputs, new int[1000]);
        Scaler.Standardize(data).Apply(data).Inputs.ToArray().ShouldAllBe(x => x == 0);
        Scaler.MinMax(data).Apply(data).Inputs.ToArray().ShouldAllBe(x => x == 0);
    }

    [Fact]
    public void A_column_that_hardly_varies_stays_finite()
    {
        var data = Dataset.Labeled([0f, float.Epsilon], [0, 0]);
        Scaler.Standardize(data).Apply(data).Inputs.ToArray().ShouldAllBe(x => float.IsFinite(x));
    }

    [Fact]
    public void A_small_variance_beside_a_large_mean_is_seen()
    {
        var data = Dataset.Labeled([1e8 + 1, 1e8 + 2, 1e8 + 3], [0, 0, 0]);
        Scaler.Standardize(data).Apply(data)[2][0].ShouldBe(Math.Sqrt(1.5), 1e-9);
    }

    [Fact]
    public void Targets_go_there_and_back()
    {
        foreach (var scaler in (Scaler<double>[])[Scaler.StandardizeTargets(Train), Scaler.MinMaxTargets(Train, -1, 1)])
        {
            var scaled = scaler.ApplyToTargets(Train);
            scaled.Targets.ToArray().ShouldNotBe(Train.Targets.ToArray());
            scaled.Inputs.ToArray().ShouldBe(Train.Inputs.ToArray());
            double[] back = scaled.Targets.ToArray();
            scaler.Invert(back, back);
            back.ShouldBe(Train.Targets.ToArray(), 1e-12);
        }

        Scaler.MinMaxTargets(Train).ApplyToTargets(Train).Targets.ToArray().ShouldBe([0, 0.2, 1], 1e-12);
    }

    [Fact]
    public void A_network_takes_the_scales()
    {
        var scaler = Scaler.Standardize(Train);
        var network = new ScaledModel(columns: 3, "inputScaling1");
        scaler.StoreIn(network);
        network.Parameters.ToArray("inputScaling1.shift").ShouldBe(scaler.Shift.ToArray());
        network.Parameters.ToArray("inputScaling1.scale").ShouldBe(scaler.Scale.ToArray());
    }

    [Fact]
    public void A_network_without_room_for_them_is_refused()
    {
        var scaler = Scaler.Standardize(Train);
        Should.Throw<ArgumentException>(() => scaler.StoreIn(new ScaledModel(3))).Message.ShouldContain("has none: declare [InputScaling]");
        Should.Throw<ArgumentException>(() => scaler.StoreIn(new ScaledModel(3, "a", "b"))).Message.ShouldContain("has a, b");
        Should.Throw<ArgumentException>(() => scaler.StoreIn(new ScaledModel(4, "a"))).Message.ShouldContain("4 columns for 'a.shift'");
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var scaler = Scaler.Standardize(Train);
        Should.Throw<ArgumentException>(() => scaler.Apply(Dataset.Labeled([1.0, 2], [0]))).Message.ShouldContain("3 inputs");
        Should.Throw<ArgumentException>(() => scaler.ApplyToTargets(Train)).Message.ShouldContain("they have 1");
        Should.Throw<ArgumentException>(() => scaler.Apply(new double[4], new double[4]));
        Should.Throw<ArgumentException>(() => scaler.Invert(new double[3], new double[6]));
        Should.Throw<ArgumentException>(() => Scaler.Standardize(Train[..0])).Message.ShouldContain("at least one sample");
        Should.Throw<ArgumentException>(() => Scaler.Standardize(Dataset.Labeled([1, double.NaN], [0, 0]))).Message.ShouldContain("input 0 of sample 1 is NaN");
        Should.Throw<ArgumentException>(() => Scaler.StandardizeTargets(Dataset.Labeled([1.0], [0]))).Message.ShouldContain("labels");
        Should.Throw<ArgumentException>(() => Scaler.MinMax(Train, 1, 1)).Message.ShouldContain("1 to 1");
        Should.Throw<ArgumentException>(() => new Scaler<double>([1, 2], [1]));
        Should.Throw<ArgumentException>(() => new Scaler<double>([1], [0]));
    }

    /// <summary>As much of a network with input scaling as storing scales needs.</summary>
    private sealed class ScaledModel : INetwork<double>
    {
        public ScaledModel(int columns, params string[] layers)
        {
            string[] names = [.. layers.SelectMany(layer => (string[])[$"{layer}.shift", $"{layer}.scale"])];
            Parameters = new TensorStore<double>(
                names.Length * columns,
                [.. names.Select((name, i) => new TensorLayout(new(name, [columns], Init.Constant, 0, false), i * columns, 1))]);
            Description = new NetworkDescription
            {
                Name = "ScaledModel",
                Precision = Precision.Double,
                Layers = [new("input1", "Input", [], [columns], []), .. layers.Select(layer => new LayerDescription(layer, "InputScaling", ["input1"], [columns], []))],
                Tensors = Parameters.Tensors,
                Loss = new("MeanSquaredError", []),
                Optimizer = new("Sgd", []),
            };
        }

        public NetworkDescription Description { get; }

        public TensorStore<double> Parameters { get; }

        public void Predict(ReadOnlySpan<double> input, Span<double> outputs) => PredictMany(input, outputs);

        public void PredictMany(ReadOnlySpan<double> inputs, Span<double> outputs) => throw new NotSupportedException();

        public Trainer<double> CreateTrainer(int batchSize, int threads = 1) => throw new NotSupportedException();
    }
}
