using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>What a watch has read, as text.</summary>
internal static class WatchTable
{
    private static readonly string[] Headings = ["layer", "kind", "gradient", "parameters", "update", "mean", "spread", "dead", "saturated"];

    /// <summary>Writes a line on the step, a table of the layers, and the findings. Lines end with <c>\n</c>, the last without.</summary>
    public static string Write(NetworkWatch watch)
    {
        if (watch.Step == 0)
        {
            return "no step has been watched" + Findings(watch);
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"step {watch.Step}: loss {watch.Loss:G4}, gradient norm {watch.GradientNorm:G3}, learning rate {watch.LearningRate:G4}\n");
        string[][] rows = [Headings, .. watch.Layers.Select(Cells)];
        int[] widths = [.. Enumerable.Range(0, Headings.Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            // Names stand on the left, numbers on the right.
            string line = string.Join("  ", row.Select((cell, column) => column < 2 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])));
            text.Append(line.TrimEnd()).Append('\n');
        }

        return text.ToString().TrimEnd('\n') + Findings(watch);
    }

    private static string Findings(NetworkWatch watch) => string.Concat(watch.Findings.Select(finding => $"\n{finding}"));

    private static string[] Cells(LayerReading layer) =>
    [
        layer.Layer,
        layer.Op,
        Number(layer.GradientNorm),
        Number(layer.ParameterNorm),
        Number(layer.UpdateRatio),
        Number(layer.ActivationMean),
        Number(layer.ActivationSpread),
        Percent(layer.DeadShare),
        Percent(layer.SaturatedShare),
    ];

    private static string Number(double? value) => value?.ToString("G3", CultureInfo.InvariantCulture) ?? "";

    private static string Percent(double? share) => (100 * share)?.ToString("0 '%'", CultureInfo.InvariantCulture) ?? "";
}
