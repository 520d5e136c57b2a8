using System.Globalization;

namespace NetGen;

/// <summary>How well a network does on samples.</summary>
/// <param name="Loss">The mean loss over the samples, without penalties.</param>
/// <param name="Accuracy">
/// The share that was right, 0 to 1. Under <c>CrossEntropy</c>, samples whose largest output is their label's; under
/// <c>BinaryCrossEntropy</c>, outputs on the right side of 0 for targets above 0.5 or not; null under the other losses.
/// </param>
public sealed record Evaluation(double Loss, double? Accuracy)
{
    internal static readonly IReadOnlyDictionary<string, double> NoMetrics = new Dictionary<string, double>();

    /// <summary>The values of the metrics that were asked for, by name.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = NoMetrics;

    /// <summary>A few words for people: <c>loss 0.2185, accuracy 93.5 %</c>.</summary>
    public override string ToString()
    {
        var text = CultureInfo.InvariantCulture;
        string loss = string.Create(text, $"loss {Loss:G4}");
        string accuracy = Accuracy is { } share ? string.Create(text, $", accuracy {100 * share:0.0} %") : "";
        return loss + accuracy + string.Concat(Metrics.Select(metric => string.Create(text, $", {metric.Key} {metric.Value:G4}")));
    }
}
