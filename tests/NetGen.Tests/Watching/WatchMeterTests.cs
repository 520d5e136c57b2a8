using System.Diagnostics.Metrics;
using NetGen.Tests.Training;

namespace NetGen.Tests.Watching;

public class WatchMeterTests
{
    [Fact]
    public void Readings_are_published_as_metrics()
    {
        var seen = new Dictionary<string, double>();
        using var listener = Listen("LinearModel", (name, value, layer) => seen[$"{name} {layer}".TrimEnd()] = value);
        var watch = new NetworkWatch { Every = 10 };

        new LinearModel(2, 3, "CrossEntropy").Fit(Samples.Clouds(500), new FitOptions { Epochs = 20, LearningRate = 1e-9, Watch = watch });

        seen["netgen.training.step"].ShouldBe(watch.Step);
        seen["netgen.training.loss"].ShouldBe(watch.Loss);
        seen["netgen.training.learning_rate"].ShouldBe(1e-9);
        seen["netgen.training.gradient_norm"].ShouldBe(watch.GradientNorm);
        seen["netgen.training.findings"].ShouldBe(1);
        seen["netgen.layer.gradient_norm dense1"].ShouldBe(watch.Layers[1].GradientNorm!.Value);
        seen["netgen.layer.update_ratio dense1"].ShouldBe(watch.Layers[1].UpdateRatio!.Value);
        seen.Keys.ShouldNotContain("netgen.layer.activation_mean dense1");
    }

    [Fact]
    public void Shares_of_units_are_told_apart()
    {
        var seen = new Dictionary<string, double>();
        using var listener = Listen("LinearModel", (name, value, layer) => seen[$"{name} {layer}".TrimEnd()] = value);
        var model = new LinearModel(2, 3, "CrossEntropy");
        var watch = new NetworkWatch();
        watch.Attach(model, model.CreateTrainer(1));
        (watch.Layers[1].DeadShare, watch.Layers[1].SaturatedShare) = (0.25, 0.375);
        (watch.Layers[1].ActivationMean, watch.Layers[1].ActivationSpread) = (2, 3);
        watch.Take(1, 1, 1, 0.1);

        seen["netgen.layer.dead_share dense1"].ShouldBe(0.25);
        seen["netgen.layer.saturated_share dense1"].ShouldBe(0.375);
        seen["netgen.layer.activation_mean dense1"].ShouldBe(2);
        seen["netgen.layer.activation_spread dense1"].ShouldBe(3);
    }

    [Fact]
    public void Publishing_allocates_nothing()
    {
        double sum = 0;
        using var listener = Listen("LinearModel", (_, value, _) => sum += value, named: false);
        var model = new LinearModel(2, 3, "CrossEntropy");
        var trainer = (LabelTrainer<double>)model.CreateTrainer(50);
        new NetworkWatch { Every = 1, Limits = new() { StuckSteps = long.MaxValue } }.Attach(model, trainer);
        double[] inputs = Samples.Clouds(50).Inputs.ToArray();
        int[] labels = Samples.Clouds(50).Labels.ToArray();
        Allocations.ShouldBeNone(() => { }, () => trainer.Step(inputs, labels));
        sum.ShouldBeGreaterThan(0);
    }

    /// <summary>Listens to what this thread trains: other tests run at the same time.</summary>
    private static MeterListener Listen(string network, Action<string, double, string> take, bool named = true)
    {
        int thread = Environment.CurrentManagedThreadId;
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "NetGen")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.Start();
        return listener;

        void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (Environment.CurrentManagedThreadId != thread)
            {
                return;
            }

            string layer = "";
            foreach (var tag in tags)
            {
                layer = tag.Key == "layer" ? (string)tag.Value! : layer;
                if (named && tag.Key == "network")
                {
                    tag.Value.ShouldBe(network);
                }
            }

            take(instrument.Name, value, layer);
        }
    }
}
