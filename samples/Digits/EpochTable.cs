using System.Globalization;

namespace Digits;

/// <summary>Shows epochs as they end: on a terminal a table that grows, elsewhere plain lines.</summary>
internal static class EpochTable
{
    private const int EpochsPerRow = 4;

    /// <summary>Runs a training that tells of its epochs.</summary>
    public static FitHistory Show(IAnsiConsole console, Func<Action<EpochResult>, FitHistory> fit) =>
        console.Profile.Capabilities.Interactive ? ShowTable(console, fit) : ShowLines(console, fit);

    private static FitHistory ShowTable(IAnsiConsole console, Func<Action<EpochResult>, FitHistory> fit)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (string heading in (string[])["epoch", "rate", "loss", "accuracy", "validation", "milliseconds"])
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        return console.Live(table).Start(context => fit(epoch =>
        {
            // The last row is the running epoch's until it is full; then the next begins.
            if (table.Rows.Count * EpochsPerRow >= epoch.Epoch)
            {
                table.RemoveRow(table.Rows.Count - 1);
            }

            table.AddRow(Cells(epoch));
            context.Refresh();
        }));
    }

    private static FitHistory ShowLines(IAnsiConsole console, Func<Action<EpochResult>, FitHistory> fit) => fit(epoch =>
    {
        if (epoch.Epoch % EpochsPerRow == 0)
        {
            console.WriteLine(epoch.ToString());
        }
    });

    private static string[] Cells(EpochResult epoch)
    {
        var text = CultureInfo.InvariantCulture;
        return
        [
            epoch.Epoch.ToString(text),
            epoch.LearningRate.ToString("0.00000", text),
            epoch.Loss.ToString("0.0000", text),
            Percent(epoch.Accuracy),
            Percent(epoch.ValidationAccuracy),
            epoch.Elapsed.TotalMilliseconds.ToString("0.0", text),
        ];
    }

    private static string Percent(double? share) => (100 * share.GetValueOrDefault()).ToString("0.0 '%'", CultureInfo.InvariantCulture);
}
