using System.Globalization;

namespace WorkedExample;

/// <summary>One row of the table: a quantity as it is computed here, and as the article prints it.</summary>
/// <param name="Quantity">Its name in the article.</param>
/// <param name="Formula">What it is.</param>
/// <param name="Source">Who computed it: the generated code, or the formulas in <see cref="Textbook"/>.</param>
/// <param name="Computed">Its elements.</param>
/// <param name="Article">The article's figures, as printed.</param>
internal sealed record Figure(string Quantity, string Formula, Source Source, double[] Computed, string[] Article)
{
    private const double RoundingOfUnits = 1e-9;

    /// <summary>
    /// How the two compare. The article calculates on with rounded figures, which may move its last digit by one or two.
    /// </summary>
    public string Remark => Computed.Zip(Article, UnitsApart).Max() switch
    {
        <= 0.5 + RoundingOfUnits => "",
        <= 2 => "last digit",
        _ => "differs",
    };

    /// <summary>The distance of a computed value from a printed one, in units of the last printed digit.</summary>
    private static double UnitsApart(double computed, string printed)
    {
        int point = printed.IndexOf('.', StringComparison.Ordinal);
        double unit = Math.Pow(10, -(printed.Length - point - 1));
        return Math.Abs(computed - double.Parse(printed, CultureInfo.InvariantCulture)) / unit;
    }
}

/// <summary>Who computed a figure.</summary>
internal enum Source
{
    Generated,
    Formula,
}
