using NetGen.Conformance.Tests.Searches;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>A generated network with the scales of a dataset stored in it takes raw inputs.</summary>
public sealed class InputScalingTests
{
    private const string Source =
        """
        using NetGen;

        [Network(Precision = Precision.Double), Input(4), InputScaling, Dense(5), Tanh, Dense(3), CrossEntropy, Adam(LearningRate = 0.05)]
        public sealed partial class Scaling;

        [Network(Precision = Precision.Double), Input(4), Dense(5), Tanh, Dense(3), CrossEntropy, Adam(LearningRate = 0.05)]
        public sealed partial class Plain;
        """;

    [Fact]
    public void Raw_inputs_are_learned_from_and_predicted_as_scaled_ones()
    {
        var code = Compiler.Compile(Source);
        var scaling = code.CreateNetwork<double>("Scaling");
        var plain = code.CreateNetwork<double>("Plain");
        foreach (var tensor in plain.Parameters.Tensors)
        {
            scaling.Parameters.Write(tensor.Name, plain.Parameters.ToArray(tensor.Name));
        }

        var raw = Tasks.RawIris;
        var scaler = Scaler.Standardize(raw);
        scaler.StoreIn(scaling);
        var options = new FitOptions { Epochs = 3, Seed = 1 };
        scaling.Fit(raw, options);
        plain.Fit(scaler.Apply(raw), options);
        Predict(scaling, raw).ShouldBe(Predict(plain, scaler.Apply(raw)));
        scaling.Parameters.ToArray("inputScaling1.shift").ShouldBe(scaler.Shift.ToArray());
        scaling.Parameters.ToArray("inputScaling1.scale").ShouldBe(scaler.Scale.ToArray());
        Should.Throw<ArgumentException>(() => scaler.StoreIn(plain)).Message.ShouldContain("InputScaling");
    }

    private static double[] Predict(INetwork<double> network, Dataset<double> data)
    {
        double[] outputs = new double[data.Count * 3];
        network.PredictMany(data.Inputs, outputs);
        return outputs;
    }
}
