using System.Globalization;

namespace NetGen;

/// <summary>Epochs as comma-separated values.</summary>
internal static class CurveTable
{
    /// <summary>A metric of this name is the accuracy of the loss, which has a column in any table.</summary>
    private const string Accuracy = "accuracy";

    /// <summary>Writes a line of names, and one for each epoch. What an epoch lacks is left empty.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<EpochResult> epochs)
    {
        string[] metrics = [.. epochs.SelectMany(epoch => epoch.Metrics.Keys).Distinct().Where(name => name != Accuracy)];
        string[] judged = [.. epochs.SelectMany(epoch => epoch.ValidationMetrics.Keys).Distinct().Where(name => name != Accuracy)];
        writer.Write("epoch,loss,accuracy,validationLoss,validationAccuracy,learningRate,seconds");
        writer.Write(string.Concat(metrics.Select(name => $",{name}").Concat(judged.Select(name => $",validation{char.ToUpperInvariant(name[0])}{name[1..]}"))));
        writer.Write('\n');
        foreach (var epoch in epochs)
        {
            double?[] cells =
            [
                epoch.Epoch, epoch.Loss, epoch.Accuracy, epoch.ValidationLoss, epoch.ValidationAccuracy, epoch.LearningRate, epoch.Elapsed.TotalSeconds,
                .. metrics.Select(name => Find(epoch.Metrics, name)),
                .. judged.Select(name => Find(epoch.ValidationMetrics, name)),
            ];
            writer.Write(string.Join(',', cells.Select(cell => cell?.ToString("R", CultureInfo.InvariantCulture))));
            writer.Write('\n');
        }
    }

    private static double? Find(IReadOnlyDictionary<string, double> metrics, string name) =>
        metrics.TryGetValue(name, out double value) ? value : null;
}
