using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>A confusion matrix as text.</summary>
internal static class ConfusionTable
{
    private const string Corner = "actual";

    /// <summary>Lines of right-aligned columns, separated by <c>\n</c>.</summary>
    public static string Format(ConfusionMatrix matrix)
    {
        int classes = matrix.Classes;
        int width = Text(Math.Max(matrix.Count, classes)).Length + 2;
        var text = new StringBuilder();
        text.Append(new string(' ', Corner.Length)).Append("  predicted\n").Append(Corner);
        AppendRow(text, width, Enumerable.Range(0, classes).Select(predicted => (long)predicted));
        for (int actual = 0; actual < classes; actual++)
        {
            int row = actual;
            text.Append('\n').Append(Text(actual).PadLeft(Corner.Length));
            AppendRow(text, width, Enumerable.Range(0, classes).Select(predicted => matrix[row, predicted]));
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, int width, IEnumerable<long> cells)
    {
        foreach (long cell in cells)
        {
            text.Append(Text(cell).PadLeft(width));
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
