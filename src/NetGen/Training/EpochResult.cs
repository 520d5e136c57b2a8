using System.Globalization;

namespace NetGen;

/// <summary>What one pass through all samples came to.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="Loss">The mean loss over the samples, each as it was just before its step and by the weight of its class; without penalties.</param>
/// <param name="Accuracy">The share that was right, 0 to 1, of the same outputs; null where the loss has no notion of it.</param>
/// <param name="ValidationLoss">The mean loss over the validation samples after the epoch; null where there are none.</param>
/// <param name="ValidationAccuracy">The share of the validation samples that was right; null likewise.</param>
/// <param name="LearningRate">The learning rate that the epoch began with.</param>
/// <param name="Elapsed">The time it took, validation included.</param>
public sealed record EpochResult(
    int Epoch,
    double Loss,
    double? Accuracy,
    double? ValidationLoss,
    double? ValidationAccuracy,
    double LearningRate,
    TimeSpan Elapsed)
{
    /// <summary>The values of <see cref="FitOptions.Metrics"/> by name, over the same outputs as <see cref="Accuracy"/>.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = Evaluation.NoMetrics;

    /// <summary>Their values over the validation samples; empty where there are none.</summary>
    public IReadOnlyDictionary<string, double> ValidationMetrics { get; init; } = Evaluation.NoMetrics;

    /// <summary>One line for people: <c>epoch 3: loss 0.2185, accuracy 93.5 %; validation loss 0.2509, accuracy 92.1 % (0.41 s)</c>.</summary>
    public override string ToString()
    {
        var text = CultureInfo.InvariantCulture;
        string line = string.Create(text, $"epoch {Epoch}: {new Evaluation(Loss, Accuracy) { Metrics = Metrics }}");
        string validation = ValidationLoss is { } loss ? $"; validation {new Evaluation(loss, ValidationAccuracy) { Metrics = ValidationMetrics }}" : "";
        return line + validation + string.Create(text, $" ({Elapsed.TotalSeconds:0.00} s)");
    }
}
