using System.Globalization;

namespace ThreeWays;

/// <summary>Shows outcomes as a table: in box characters on a terminal, in plain ones elsewhere.</summary>
internal static class OutcomeTable
{
    private const double BytesPerKilobyte = 1000;

    public static void Show(IAnsiConsole console, IEnumerable<Outcome> outcomes)
    {
        var table = new Table().Border(console.Profile.Capabilities.Ansi ? TableBorder.Rounded : TableBorder.Ascii);
        table.AddColumn("way to train");
        foreach (string heading in (string[])["evaluations", "ms", "KB", "loss", "train", "test"])
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        foreach (var outcome in outcomes)
        {
            table.AddRow(
                outcome.Way.Name,
                outcome.Evaluations.ToString("N0", CultureInfo.InvariantCulture),
                Number(outcome.Time.TotalMilliseconds, "0.0"),
                Number(outcome.Allocated / BytesPerKilobyte, "N0"),
                Number(outcome.Train.Loss, "0.0000"),
                Number(100 * outcome.Train.Accuracy.GetValueOrDefault(), "0.0 '%'"),
                Number(100 * outcome.Test.Accuracy.GetValueOrDefault(), "0.0 '%'"));
        }

        console.Write(table);
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
