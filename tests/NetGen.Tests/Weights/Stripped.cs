using NetGen.Weights;

namespace NetGen.Tests.Weights;

/// <summary>A matrix both in strips and in plain rows, by the definition: strip by strip, row by row.</summary>
internal static class Stripped
{
    /// <summary>Elements that a matrix takes, padding included.</summary>
    public static int Length(int rows, int columns) => rows * ((columns + 15) / 16 * 16);

    /// <summary>The places in strips of the elements of plain rows.</summary>
    public static int[] Places(int rows, int columns)
    {
        int[] places = new int[rows * columns];
        int next = 0;
        for (int start = 0; start < columns; start += 64)
        {
            int width = Math.Min(64, (columns - start + 15) / 16 * 16);
            for (int row = 0; row < rows; row++, next += width)
            {
                for (int column = start; column < Math.Min(columns, start + 64); column++)
                {
                    places[(row * columns) + column] = next + column - start;
                }
            }
        }

        return places;
    }

    /// <summary>The layout of a weight of some units, whose columns in memory they are.</summary>
    public static TensorLayout Layout(string name, int units, int inputs, int offset = 0) =>
        new(new TensorDescription(name, [units, inputs], Init.Constant, 0, false), offset, 1, 64) { InStrips = true };
}
