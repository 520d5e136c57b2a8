using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Kernels;

namespace NetGen.Tests.Kernels;

/// <summary>One contraction's operands, with guards around them.</summary>
/// <remarks>
/// Around the left operand, and in its gaps, are NaNs: one that is read spoils a sum. The result's elements beyond the vectors of the
/// last column and its rows beyond the last hold a mark that must stay.
/// </remarks>
internal sealed class ContractionOperandsUnderTest<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Guard = 40;
    private const int Padding = 16;
    private static readonly T Mark = T.CreateChecked(12345);
    private readonly ContractionCase test;
    private readonly int leftRow;
    private readonly int leftStep;
    private readonly int paddedRow;
    private readonly T[] left;
    private readonly T[] right;
    private readonly T[] start;
    private readonly T[] result;

    public ContractionOperandsUnderTest(ContractionCase test)
    {
        this.test = test;
        (leftRow, leftStep) = test.Transposed ? (1, test.Rows + 2) : (test.Depth + 3, 1);
        paddedRow = (test.Columns + Padding - 1) / Padding * Padding;
        var random = new System.Random(test.Columns * 1000 + test.Depth);
        right = Filled(random, test.Depth * paddedRow + Padding);
        start = Filled(random, paddedRow + Padding);
        left = new T[2 * Guard + test.Rows * leftRow + test.Depth * leftStep];
        left.AsSpan().Fill(T.NaN);
        for (int r = 0; r < test.Rows; r++)
        {
            for (int k = 0; k < test.Depth; k++)
                left[Guard + r * leftRow + k * leftStep] = random.Next(100) >= test.Zeros ? Next(random) : random.Next(2) == 0 ? T.Zero : T.NegativeZero;
        }

        result = new T[(test.Rows + 3) * paddedRow];
        result.AsSpan().Fill(Mark);
    }

    public ReadOnlySpan<T> Row(int row) => result.AsSpan(row * paddedRow, test.Columns);

    /// <summary>Makes what meets a zero of the first row infinite.</summary>
    public void PutInfinityBesideZeros()
    {
        for (int k = 0; k < test.Depth; k++)
        {
            if (left[Guard + k * leftStep] == T.Zero)
                right.AsSpan(k * paddedRow, paddedRow).Fill(T.PositiveInfinity);
        }
    }

    public void Multiply<V>()
        where V : struct, ILanes<T, V> => Contraction.Multiply<T, V>(
            test.Rows,
            test.Columns,
            test.Depth,
            ref left[Guard],
            leftRow,
            leftStep,
            ref right[0],
            paddedRow,
            ref test.Started ? ref start[0] : ref Unsafe.NullRef<T>(),
            ref result[0],
            paddedRow,
            test.PartialSums);

    /// <summary>What is wrong with the result, or null.</summary>
    public string? Difference(int lanes)
    {
        int written = (test.Columns + lanes - 1) / lanes * lanes;
        for (int i = 0; i < result.Length; i++)
        {
            (int r, int c) = Math.DivRem(i, paddedRow);
            if (r < test.Rows && c >= test.Columns && c < written)
                continue;
            T expected = r < test.Rows && c < test.Columns ? Sum(r, c) : Mark;
            if (!result[i].Equals(expected) || T.IsNegative(result[i]) != T.IsNegative(expected))
                return $"[{r}, {c}] is {result[i]}, not {expected}";
        }

        return null;
    }

    private static T[] Filled(System.Random random, int length)
    {
        var values = new T[length];
        foreach (ref T value in values.AsSpan())
            value = Next(random);
        return values;
    }

    private static T Next(System.Random random) => T.CreateChecked(random.NextDouble() - 0.4);

    private T Sum(int r, int c)
    {
        var sums = new T[4];
        sums[0] = test.Started ? start[c] : T.Zero;
        for (int k = 0; k < test.Depth; k++)
        {
            ref T sum = ref sums[k % test.PartialSums];
            T x = left[Guard + r * leftRow + k * leftStep];
            T y = right[k * paddedRow + c];

            // The rule of all lanes: rounded once where the machine has an instruction for it, twice where it has none.
            sum = Hardware.FusesMultiplyAdd ? T.FusedMultiplyAdd(x, y, sum) : sum + (x * y);
        }

        return test.PartialSums switch
        {
            1 => sums[0],
            2 => sums[0] + sums[1],
            _ => (sums[0] + sums[1]) + (sums[2] + sums[3]),
        };
    }
}
