using System.Diagnostics.Metrics;

namespace NetGen;

/// <summary>Publishes what is read: <c>dotnet-counters monitor --counters NetGen</c> shows it, OpenTelemetry takes it with <c>AddMeter("NetGen")</c>.</summary>
internal static class WatchMeter
{
    private static readonly Meter Meter = new("NetGen");
    private static readonly Gauge<long> Step = Meter.CreateGauge<long>("netgen.training.step", "{step}", "The last step that was watched.");
    private static readonly Gauge<double> Loss = Meter.CreateGauge<double>("netgen.training.loss", null, "The loss of the step.");
    private static readonly Gauge<double> Rate = Meter.CreateGauge<double>("netgen.training.learning_rate", null, "The learning rate of the step.");
    private static readonly Gauge<double> Norm = Meter.CreateGauge<double>("netgen.training.gradient_norm", null, "The L2 norm of all gradients, before clipping.");
    private static readonly Counter<long> Findings = Meter.CreateCounter<long>("netgen.training.findings", "{finding}", "What is wrong with the training.");
    private static readonly Gauge<double> LayerNorm = Meter.CreateGauge<double>("netgen.layer.gradient_norm", null, "The L2 norm of a layer's gradients, before clipping.");
    private static readonly Gauge<double> Update = Meter.CreateGauge<double>("netgen.layer.update_ratio", null, "The norm of an update over that of the parameters.");
    private static readonly Gauge<double> Mean = Meter.CreateGauge<double>("netgen.layer.activation_mean", null, "The mean of a layer's outputs.");
    private static readonly Gauge<double> Spread = Meter.CreateGauge<double>("netgen.layer.activation_spread", null, "The standard deviation of a layer's outputs.");
    private static readonly Gauge<double> Dead = Meter.CreateGauge<double>("netgen.layer.dead_share", null, "The share of a layer's units that are dead.");
    private static readonly Gauge<double> Saturated = Meter.CreateGauge<double>("netgen.layer.saturated_share", null, "The share of a layer's outputs that are saturated.");

    /// <summary>Publishes a watched step. Where nobody listens, it costs a few comparisons; it allocates nothing either way.</summary>
    public static void Record(NetworkWatch watch)
    {
        var network = Tag("network", watch.Network);
        Step.Record(watch.Step, network);
        Loss.Record(watch.Loss, network);
        Rate.Record(watch.LearningRate, network);
        Norm.Record(watch.GradientNorm, network);
        for (int i = 0; i < watch.Layers.Count; i++)
        {
            var reading = watch.Layers[i];
            var layer = Tag("layer", reading.Layer);
            Record(LayerNorm, reading.GradientNorm, network, layer);
            Record(Update, reading.UpdateRatio, network, layer);
            Record(Mean, reading.ActivationMean, network, layer);
            Record(Spread, reading.ActivationSpread, network, layer);
            Record(Dead, reading.DeadShare, network, layer);
            Record(Saturated, reading.SaturatedShare, network, layer);
        }
    }

    /// <summary>Publishes a finding.</summary>
    public static void Count(NetworkWatch watch, Finding finding) =>
        Findings.Add(1, Tag("network", watch.Network), Tag("kind", finding.Kind.ToString()), Tag("layer", finding.Layer ?? ""));

    private static void Record(Gauge<double> gauge, double? value, KeyValuePair<string, object?> network, KeyValuePair<string, object?> layer)
    {
        if (value is { } number)
        {
            gauge.Record(number, network, layer);
        }
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
