using System.Globalization;

namespace WorkedExample;

/// <summary>Shows figures as a table: in box characters on a terminal, in plain ones elsewhere.</summary>
internal static class FigureTable
{
    public static void Show(IEnumerable<Figure> figures)
    {
        var table = new Table().Border(Console.IsOutputRedirected ? TableBorder.Ascii : TableBorder.Rounded);
        table.AddColumns("quantity", "formula", "computed", "article", "by", "remark");
        foreach (var figure in figures)
        {
            table.AddRow(
                figure.Quantity,
                figure.Formula,
                Join(figure.Computed.Select(value => value.ToString("0.000000", CultureInfo.InvariantCulture))),
                Join(figure.Article),
                figure.Source == Source.Generated ? "generated" : "formula",
                figure.Remark);
        }

        Terminal.Create().Write(table);
    }

    /// <summary>One element a line: a column then stays narrow.</summary>
    private static string Join(IEnumerable<string> elements) => string.Join('\n', elements);
}
